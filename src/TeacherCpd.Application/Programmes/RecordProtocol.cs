using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>The ministry records a protocol of the Expert Council: it agrees one or several versions.</summary>
[RequirePermission(Permission.AgreeProgrammes)]
public sealed record RecordProtocolCommand(string Number, DateOnly? Date, IReadOnlyList<Guid> VersionIds) : ICommand<Done>;

internal sealed class RecordProtocolValidator : AbstractValidator<RecordProtocolCommand>
{
    public RecordProtocolValidator(TimeProvider time)
    {
        RuleFor(c => c.Number).NotEmpty().WithErrorCode("required").MaximumLength(ApprovalDocument.NumberMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.Date).NotNull().WithErrorCode("required").Must(day => day is null || day <= time.Today()).WithErrorCode("date_in_future");
        RuleFor(c => c.VersionIds).NotEmpty().WithErrorCode("required");
    }
}

internal sealed class RecordProtocolHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<RecordProtocolCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordProtocolCommand request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.AgreeProgrammes))
        {
            return new Forbidden();
        }

        var paper = new ApprovalDocument { Kind = ApprovalKind.CouncilProtocol, Number = request.Number.Trim(), Date = request.Date!.Value };
        var error = await db.RecordPaperAsync(paper, request.VersionIds, (programme, version, p) => programme.Agree(version, p), cancellationToken);
        return error is null ? Done.Value : error;
    }
}
