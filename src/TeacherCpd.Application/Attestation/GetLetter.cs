using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The letter of reasons of a case, for the secretary who approves it.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record GetLetterQuery(Guid CaseId) : IQuery<LetterView>;

/// <summary>A letter of reasons.</summary>
public sealed record LetterView(Guid Id, Guid CaseId, string CaseNumber, string Candidate, Language Language, ReasonLetterStatus Status, string? Number, DateTime? ApprovedAt, string Text);

internal sealed class GetLetterHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetLetterQuery, Result<LetterView>>
{
    public async Task<Result<LetterView>> Handle(GetLetterQuery request, CancellationToken cancellationToken)
    {
        var letter = await db.LetterToApproveAsync(user, request.CaseId, cancellationToken);
        if (letter is null)
        {
            return new NotFound();
        }

        var about = await (
            from attestationCase in db.AttestationCases
            join person in db.Persons on attestationCase.PersonId equals person.Id
            where attestationCase.Id == letter.CaseId
            select new { attestationCase.Number, Name = person.FamilyName + " " + person.GivenName }).SingleAsync(cancellationToken);
        return new LetterView(letter.Id, letter.CaseId, about.Number, about.Name, letter.Language, letter.Status, letter.Number, letter.ApprovedAt, letter.Text);
    }
}
