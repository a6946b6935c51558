namespace TeacherCpd.Originality.Index;

/// <summary>A document worth comparing.</summary>
/// <param name="Number">Its number in the index.</param>
/// <param name="Score">Sum of 1 / (documents with the fingerprint) over the shared fingerprints; larger is likelier.</param>
/// <param name="Hits">Shared fingerprints.</param>
public readonly record struct Candidate(int Number, double Score, int Hits);
