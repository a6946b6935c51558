namespace TeacherCpd.Originality.Matching;

/// <summary>What a query shares with one source.</summary>
/// <param name="Source">The source.</param>
/// <param name="Matches">Passages in the order of the query.</param>
/// <param name="Phrases">For each word of the query, the words of the longest literal phrase that holds it, or 0.</param>
internal sealed record Shared(Source Source, List<Match> Matches, int[] Phrases)
{
    /// <summary>Looks for it.</summary>
    public static Shared Between(PreparedText query, Source source)
    {
        int[] phrases = new int[query.Words];
        SharedPhrases.Mark(query, source.Text, phrases);
        return new Shared(source, Aligner.Align(query, source.Text, AlignmentSettings.Default), phrases);
    }
}
