using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>The ministry records a letter of the Committee: it enters one or several agreed versions in the list.</summary>
[RequirePermission(Permission.AgreeProgrammes)]
public sealed record RecordLetterCommand(string Number, DateOnly? Date, IReadOnlyList<Guid> VersionIds) : ICommand<Done>;

internal sealed class RecordLetterValidator : AbstractValidator<RecordLetterCommand>
{
    public RecordLetterValidator(TimeProvider time)
    {
        RuleFor(c => c.Number).NotEmpty().WithErrorCode("required").MaximumLength(ApprovalDocument.NumberMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.Date).NotNull().WithErrorCode("required").Must(day => day is null || day <= time.Today()).WithErrorCode("date_in_future");
        RuleFor(c => c.VersionIds).NotEmpty().WithErrorCode("required");
    }
}

internal sealed class RecordLetterHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<RecordLetterCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordLetterCommand request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.AgreeProgrammes))
        {
            return new Forbidden();
        }

        var paper = new ApprovalDocument { Kind = ApprovalKind.CommitteeLetter, Number = request.Number.Trim(), Date = request.Date!.Value };
        var error = await db.RecordPaperAsync(paper, request.VersionIds, (_, version, p) => version.List(p), cancellationToken);
        return error is null ? Done.Value : error;
    }
}
