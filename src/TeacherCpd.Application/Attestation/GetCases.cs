using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The cases in a secretary's scope in one state, the longest waiting first.</summary>
/// <param name="Status">State.</param>
/// <param name="Page">Page from 1.</param>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record GetCasesQuery(AttestationCaseStatus Status, int Page) : IQuery<CasesView>;

/// <summary>Cases in one state.</summary>
/// <param name="Counts">How many there are in each state, in the order of the way.</param>
public sealed record CasesView(
    AttestationCaseStatus Status, IReadOnlyList<(AttestationCaseStatus Status, int Count)> Counts, IReadOnlyList<CaseRow> Rows, int Page, int Pages);

/// <summary>A case in a list.</summary>
public sealed record CaseRow(Guid Id, string Number, string Candidate, LocalizedText Organisation, string Claimed, DateTime? SubmittedAt, int Votes);

internal sealed class GetCasesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetCasesQuery, Result<CasesView>>
{
    private const int PageSize = 50;

    private static readonly AttestationCaseStatus[] Shown =
    [
        AttestationCaseStatus.Submitted, AttestationCaseStatus.UnderReview, AttestationCaseStatus.Voting,
        AttestationCaseStatus.Decided, AttestationCaseStatus.Withdrawn, AttestationCaseStatus.Refused,
    ];

    public async Task<Result<CasesView>> Handle(GetCasesQuery request, CancellationToken cancellationToken)
    {
        var cases = db.AttestationCases.ForSecretary(db, user);
        var counts = await cases.GroupBy(c => c.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var pages = Math.Max(1, (counts.GetValueOrDefault(request.Status) + PageSize - 1) / PageSize);
        var page = Math.Clamp(request.Page, 1, pages);
        var rows = await (
            from attestationCase in cases
            join person in db.Persons on attestationCase.PersonId equals person.Id
            join organisation in db.Organisations on attestationCase.OrganisationId equals organisation.Id
            where attestationCase.Status == request.Status
            orderby attestationCase.SubmittedAt, attestationCase.Number
            select new CaseRow(
                attestationCase.Id,
                attestationCase.Number,
                person.FamilyName + " " + person.GivenName,
                organisation.Name,
                attestationCase.ClaimedCategory,
                attestationCase.SubmittedAt,
                attestationCase.Votes.Count(v => v.CommissionId == attestationCase.CommissionId)))
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        return new CasesView(request.Status, [.. Shown.Select(s => (s, counts.GetValueOrDefault(s)))], rows, page, pages);
    }
}
