using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>A developer records that an agency accredited a programme.</summary>
/// <param name="AccreditationId">Id that the form carries: sending it twice records one accreditation.</param>
/// <param name="Certificate">Number of the certificate.</param>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record AccreditProgrammeCommand(
    Guid AccreditationId,
    string Code,
    string Agency,
    AccreditationStatus Status,
    DateOnly? ValidFrom,
    DateOnly? ValidUntil,
    string? Certificate) : ICommand<Done>;

internal sealed class AccreditProgrammeValidator : AbstractValidator<AccreditProgrammeCommand>
{
    private const int Longest = 200;

    public AccreditProgrammeValidator()
    {
        RuleFor(c => c.Agency).NotEmpty().WithErrorCode("required").MaximumLength(Longest).WithErrorCode("too_long");
        RuleFor(c => c.Status).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.ValidFrom).NotNull().WithErrorCode("required");
        RuleFor(c => c.ValidUntil).Must((c, until) => until is null || c.ValidFrom is null || until >= c.ValidFrom).WithErrorCode("ends_before_it_begins");
        RuleFor(c => c.Certificate).MaximumLength(Longest).WithErrorCode("too_long");
    }
}

internal sealed class AccreditProgrammeHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<AccreditProgrammeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AccreditProgrammeCommand request, CancellationToken cancellationToken)
    {
        var programme = await db.ProgrammeToWriteAsync(user, request.Code, cancellationToken);
        if (programme is null)
        {
            return new NotFound();
        }

        if (programme.Accreditations.All(a => a.Id != request.AccreditationId))
        {
            programme.Add(new ProgrammeAccreditation
            {
                Id = request.AccreditationId,
                ProgrammeId = programme.Id,
                Agency = request.Agency.Trim(),
                Status = request.Status,
                Year = request.ValidFrom!.Value.Year,
                ValidFrom = request.ValidFrom,
                ValidUntil = request.ValidUntil,
                Number = string.IsNullOrWhiteSpace(request.Certificate) ? null : request.Certificate.Trim(),
            });
        }

        return Done.Value;
    }
}
