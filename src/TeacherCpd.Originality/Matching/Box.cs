namespace TeacherCpd.Originality.Matching;

/// <summary>Two stretches of content words that hold each other's stems; all four ends included.</summary>
internal readonly record struct Box(int QueryFrom, int QueryTo, int SourceFrom, int SourceTo);
