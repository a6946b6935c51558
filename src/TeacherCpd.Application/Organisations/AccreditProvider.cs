using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Organisations;

/// <summary>The ministry records that an agency accredited a training centre.</summary>
/// <param name="AccreditationId">Id that the form carries: sending it twice records one accreditation.</param>
/// <param name="OrganisationId">The training centre.</param>
/// <param name="Number">Number of the certificate.</param>
/// <param name="ValidUntil">Last day; null where no end is stated.</param>
[RequirePermission(Permission.ManageProviders)]
public sealed record AccreditProviderCommand(
    Guid AccreditationId, Guid OrganisationId, string Agency, string Number, DateOnly? ValidFrom, DateOnly? ValidUntil) : ICommand<Done>;

internal sealed class AccreditProviderValidator : AbstractValidator<AccreditProviderCommand>
{
    private const int Longest = 200;

    public AccreditProviderValidator()
    {
        RuleFor(c => c.Agency).NotEmpty().WithErrorCode("required").MaximumLength(Longest).WithErrorCode("too_long");
        RuleFor(c => c.Number).NotEmpty().WithErrorCode("required").MaximumLength(Longest).WithErrorCode("too_long");
        RuleFor(c => c.ValidFrom).NotNull().WithErrorCode("required");
        RuleFor(c => c.ValidUntil).Must((c, until) => until is null || c.ValidFrom is null || until >= c.ValidFrom).WithErrorCode("ends_before_it_begins");
    }
}

internal sealed class AccreditProviderHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<AccreditProviderCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AccreditProviderCommand request, CancellationToken cancellationToken)
    {
        var provider = await db.ProviderToChangeAsync(user, request.OrganisationId, cancellationToken);
        if (provider.Error is not null)
        {
            return provider.Error;
        }

        if (provider.Value.Accreditations.All(a => a.Id != request.AccreditationId))
        {
            provider.Value.Add(new ProviderAccreditation
            {
                Id = request.AccreditationId,
                ProviderId = provider.Value.Id,
                Agency = request.Agency.Trim(),
                Number = request.Number.Trim(),
                ValidFrom = request.ValidFrom!.Value,
                ValidUntil = request.ValidUntil,
            });
        }

        return Done.Value;
    }
}
