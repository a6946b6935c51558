using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The secretary approves a letter of reasons: it gets its number, is signed as it stands, and the candidate is told.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record ApproveLetterCommand(Guid CaseId, string? Text) : ICommand<Done>;

internal sealed class ApproveLetterValidator : AbstractValidator<ApproveLetterCommand>
{
    public ApproveLetterValidator() => RuleFor(c => c.Text).NotEmpty().WithErrorCode("required").MaximumLength(ReasonLetter.TextLength).WithErrorCode("too_long");
}

internal sealed class ApproveLetterHandler(IAppDbContext db, CurrentUser user, CaseChain chain, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<ApproveLetterCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ApproveLetterCommand request, CancellationToken cancellationToken)
    {
        var letter = await db.LetterToApproveAsync(user, request.CaseId, cancellationToken);
        if (letter is null)
        {
            return new NotFound();
        }

        var text = request.Text!.ReplaceLineEndings("\n").Trim();
        if (letter.Status == ReasonLetterStatus.Approved && letter.Text == text)
        {
            return Done.Value;
        }

        if (letter.Rewrite(text) is { } refused)
        {
            return refused;
        }

        var now = time.UtcNow();
        var year = Clock.DayOf(now).Year;
        var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"letter/{year}"), cancellationToken);
        letter.Approve(string.Create(CultureInfo.InvariantCulture, $"HT-{year}-{number:000000}"), user.Me, now);
        var attestationCase = await db.AttestationCases.SingleAsync(c => c.Id == letter.CaseId, cancellationToken);
        await chain.AppendAsync(
            attestationCase, ChainKind.Letter, letter.Id, now, new JsonObject { ["number"] = letter.Number, ["language"] = letter.Language.ToString(), ["text"] = text }, cancellationToken);
        db.Tell(jobs, attestationCase.PersonId, AttestationNoticeKind.LetterSent, letter.Id, attestationCase.Number, Clock.DayOf(now), now);
        return Done.Value;
    }
}
