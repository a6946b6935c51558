namespace TeacherCpd.Originality.Index;

/// <summary>A document worth comparing.</summary>
/// <param name="Number">Its number in the index.</param>
/// <param name="Score">
/// Larger is likelier: for each two shared fingerprints that follow each other in the text, the mean of 1 / (documents with
/// the fingerprint) over their distance; 0 for a single one.
/// </param>
/// <param name="Hits">Shared fingerprints.</param>
public readonly record struct Candidate(int Number, double Score, int Hits);
