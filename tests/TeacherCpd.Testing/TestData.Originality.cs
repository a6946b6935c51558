using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Testing;

/// <summary>Plans with a threshold, and checks with a figure and passages.</summary>
public sealed partial class TestData
{
    /// <summary>A running group whose plan has a threshold.</summary>
    public async Task<StudyGroup> GroupWithThresholdAsync(
        int? permille, OriginalityConsequence consequence = OriginalityConsequence.Warning, Domain.Accounts.Person? trainer = null)
    {
        var version = await ProgrammeAsync();
        await ChangeAsync(async db =>
        {
            var first = db.AssessmentPlans.Single(p => p.ProgrammeVersionId == version.Id);
            db.AssessmentPlans.Add(new AssessmentPlan
            {
                ProgrammeVersionId = version.Id,
                Number = 2,
                InForceFrom = new DateOnly(2025, 1, 1),
                RubricId = first.RubricId,
                ThresholdPermille = permille,
                Consequence = consequence,
                Basis = "№ 12 бұйрық",
            });
            await Task.CompletedTask;
        });
        return await GroupAsync(version, trainer, GroupStatus.Studying);
    }

    /// <summary>A finished check of a work, with passages of a hundred words each found in another work.</summary>
    public async Task<OriginalityCheck> CheckAsync(Work work, PortfolioMaterial source, int words, int passages, CheckRound round = CheckRound.HandedIn)
    {
        var check = new OriginalityCheck
        {
            VersionId = work.Version.Id,
            MaterialId = work.Version.Materials.First().Id,
            Round = round,
            Stage = work.Version.Stage,
            QueuedAt = Now,
        };
        var matched = passages * 100;
        var permille = (int)(((matched * 1000L) + (words / 2)) / words);
        check.Finish(
            new CheckFindings(
                permille,
                permille,
                0,
                words,
                0,
                passages == 0 ? [] : [new OriginalitySource { CheckId = check.Id, SourceMaterialId = source.Id, MatchedWords = matched, VerbatimWords = matched, Permille = permille }],
                [.. Enumerable.Range(0, passages).Select(i => new OriginalityPassage
                {
                    CheckId = check.Id,
                    SourceMaterialId = source.Id,
                    Start = i * 5,
                    Length = 4,
                    SourceStart = i * 5,
                    SourceLength = 4,
                    Words = 100,
                    VerbatimWords = i % 2 == 0 ? 100 : 20,
                })],
                []),
            Now,
            Now);
        await SaveAsync(check);
        return check;
    }
}
