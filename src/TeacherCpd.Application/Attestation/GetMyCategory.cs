using AutoMapper;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The own category and what is missing for another one.</summary>
/// <param name="Claimed">Category to look at; null takes the next one.</param>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record GetMyCategoryQuery(string? Claimed) : IQuery<MyCategoryView>;

/// <summary>The own category.</summary>
/// <param name="Now">Category held; null for none.</param>
/// <param name="NowIsValid">Whether its term runs.</param>
/// <param name="History">All categories, the newest first.</param>
/// <param name="Cases">Own cases, the newest first.</param>
/// <param name="Prospect">What is missing for another category; null where no attestation is possible.</param>
/// <param name="Hindrance">Why none is; null where it is.</param>
public sealed record MyCategoryView(
    CategoryView? Now,
    bool NowIsValid,
    IReadOnlyList<CategoryView> History,
    IReadOnlyList<MyCaseRow> Cases,
    ProspectView? Prospect,
    Error? Hindrance)
{
    /// <summary>The case that is not at its end; null for none.</summary>
    public MyCaseRow? OpenCase => Cases.FirstOrDefault(c => c.Status.IsOpen());
}

/// <summary>One of the own cases.</summary>
public sealed record MyCaseRow(Guid Id, string Number, string Claimed, AttestationCaseStatus Status, DateTime OpenedAt);

/// <summary>A category in view, and what is missing for it.</summary>
/// <param name="Choices">Categories of the ladder that may be looked at.</param>
/// <param name="Refusals">Why it may not be claimed; empty where it may.</param>
/// <param name="MayClaim">False where a rule refuses the claim.</param>
/// <param name="HoursFrom">First day from which courses count.</param>
/// <param name="CourseHours">Hours that count.</param>
public sealed record ProspectView(
    EditionView Edition,
    IReadOnlyList<string> Choices,
    string Claimed,
    bool MayClaim,
    IReadOnlyList<LocalizedText> Refusals,
    IReadOnlyList<RequirementView> Requirements,
    DateOnly HoursFrom,
    int CourseHours,
    IReadOnlyList<CountedCertificate> Certificates);

internal sealed class GetMyCategoryHandler(IAppDbContext db, IMapper mapper, CurrentUser user, TimeProvider time)
    : IRequestHandler<GetMyCategoryQuery, Result<MyCategoryView>>
{
    public async Task<Result<MyCategoryView>> Handle(GetMyCategoryQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var records = await CandidateRecords.LoadAsync(db, mapper, user.Me, cancellationToken);
        var cases = await db.AttestationCases
            .Where(c => c.PersonId == user.Me)
            .OrderByDescending(c => c.OpenedAt)
            .Select(c => new MyCaseRow(c.Id, c.Number, c.ClaimedCategory, c.Status, c.OpenedAt))
            .ToListAsync(cancellationToken);
        var edition = await Evaluation.InForceAsync(db, today, cancellationToken);
        var ladder = records.LadderOn(today);
        var hindrance = ladder.Error ?? (edition is null ? new NoRulesInForce() : null);
        return new MyCategoryView(
            records.Now,
            records.Now is { } now && (now.ValidUntil is null || edition is null || records.EndsOn(RuleBook.Read(edition.Json)) is not { } ends || ends >= today),
            records.Categories,
            cases,
            hindrance is null ? ProspectOf(records, edition!, ladder.Value, request.Claimed, today) : null,
            hindrance);
    }

    private static ProspectView ProspectOf(CandidateRecords records, RuleSet edition, Ladder ladder, string? asked, DateOnly today)
    {
        var rules = RuleBook.Read(edition.Json);
        var choices = rules.Ladders[ladder].Categories.Skip(1).ToList();
        var claimed = asked is not null && choices.Contains(asked) ? asked : rules.NextAbove(ladder, records.Now?.Category);
        var question = records.Question(claimed, ladder, records.Now?.Category, records.JobOn(today)!.OrganisationId, today);
        var hours = records.CourseHoursOn(rules, today);
        var evaluation = Evaluation.Of(edition, rules, question, hours);
        return new ProspectView(
            evaluation.Edition,
            choices,
            claimed,
            evaluation.Answer.MayApply != false,
            ClaimNotAllowed.TextsOf(evaluation.Answer),
            evaluation.Requirements,
            records.HoursFrom(today),
            hours,
            records.CountedOn(rules, today));
    }
}
