using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Networks.Lists;

/// <summary>Writes a partner of a leading school into a draft.</summary>
/// <param name="LeadingId">Entry of the leading school.</param>
/// <param name="SchoolId">Partner.</param>
[RequirePermission(Permission.ApproveNetworks)]
public sealed record AddPartnerSchoolCommand(Guid LeadingId, Guid? SchoolId) : ICommand<Done>;

internal sealed class AddPartnerSchoolValidator : AbstractValidator<AddPartnerSchoolCommand>
{
    public AddPartnerSchoolValidator() => RuleFor(c => c.SchoolId).NotNull().WithErrorCode("required");
}

internal sealed class AddPartnerSchoolHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<AddPartnerSchoolCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AddPartnerSchoolCommand request, CancellationToken cancellationToken)
    {
        var list = await db.ListOfLeadingAsync(user, request.LeadingId, cancellationToken);
        if (list is null || !await db.IsSchoolAsync(request.SchoolId, cancellationToken))
        {
            return new NotFound();
        }

        return list.Join(request.LeadingId, request.SchoolId!.Value) is { } refused ? refused : Done.Value;
    }
}
