using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The secretary changes the draft of a letter of reasons and keeps it for later.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record SaveLetterCommand(Guid CaseId, string? Text) : ICommand<Done>;

internal sealed class SaveLetterValidator : AbstractValidator<SaveLetterCommand>
{
    public SaveLetterValidator() => RuleFor(c => c.Text).NotEmpty().WithErrorCode("required").MaximumLength(ReasonLetter.TextLength).WithErrorCode("too_long");
}

internal sealed class SaveLetterHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<SaveLetterCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SaveLetterCommand request, CancellationToken cancellationToken)
    {
        var letter = await db.LetterToApproveAsync(user, request.CaseId, cancellationToken);
        if (letter is null)
        {
            return new NotFound();
        }

        return letter.Rewrite(request.Text!.ReplaceLineEndings("\n").Trim()) is { } refused ? refused : Done.Value;
    }
}
