using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>A developer takes a version a step on: to the study before the course, the pilot, the correction, the council.</summary>
/// <param name="Note">What was corrected; only for a correction.</param>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record AdvanceVersionCommand(string Code, int Number, ProgrammeVersionStatus To, string? Note) : ICommand<Done>;

internal sealed class AdvanceVersionValidator : AbstractValidator<AdvanceVersionCommand>
{
    public AdvanceVersionValidator()
    {
        RuleFor(c => c.To).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Note).MaximumLength(ProgrammeVersion.TextMaxLength).WithErrorCode("too_long");
    }
}

internal sealed class AdvanceVersionHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AdvanceVersionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AdvanceVersionCommand request, CancellationToken cancellationToken)
    {
        var programme = await db.ProgrammeToWriteAsync(user, request.Code, cancellationToken);
        if (programme?.Versions.SingleOrDefault(v => v.Number == request.Number) is not { } version)
        {
            return new NotFound();
        }

        // the button pressed twice
        if (version.Status == request.To)
        {
            return Done.Value;
        }

        return version.Advance(request.To, request.Note, user.Me, time.Today()) is { } error ? error : Done.Value;
    }
}
