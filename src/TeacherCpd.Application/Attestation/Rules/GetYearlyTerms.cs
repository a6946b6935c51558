using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>What the ministry has set for the sessions of years: everybody may read it.</summary>
/// <param name="Year">Year of the form.</param>
/// <param name="Session">Session of the form, 1 or 2.</param>
[SignedIn]
public sealed record GetYearlyTermsQuery(int Year, int Session) : IQuery<YearlyTermsPage>;

/// <summary>Terms by year.</summary>
/// <param name="Rows">Sessions that are filled in, the latest first.</param>
/// <param name="Chosen">Terms of the session in the form; null while nobody has filled them in.</param>
/// <param name="MayManage">Whether the reader fills them in.</param>
public sealed record YearlyTermsPage(int Year, int Session, IReadOnlyList<YearlyTermsRow> Rows, YearlyTermsRow? Chosen, bool MayManage);

/// <summary>Terms of a session.</summary>
public sealed record YearlyTermsRow(
    int Year, int Session, DateOnly ApplyFrom, DateOnly ApplyTo, DateOnly? TestFrom, DateOnly? TestTo, int? TestFee, string? EssayTopics, string Source);

internal sealed class GetYearlyTermsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetYearlyTermsQuery, Result<YearlyTermsPage>>
{
    public async Task<Result<YearlyTermsPage>> Handle(GetYearlyTermsQuery request, CancellationToken cancellationToken)
    {
        var rows = await db.YearlyTerms
            .OrderByDescending(t => t.Year).ThenByDescending(t => t.Session)
            .Select(t => new YearlyTermsRow(t.Year, t.Session, t.ApplyFrom, t.ApplyTo, t.TestFrom, t.TestTo, t.TestFee, t.EssayTopics, t.Source))
            .ToListAsync(cancellationToken);
        return new YearlyTermsPage(
            request.Year,
            request.Session,
            rows,
            rows.Find(r => r.Year == request.Year && r.Session == request.Session),
            user.CanEverywhere(Permission.ManageRules));
    }
}
