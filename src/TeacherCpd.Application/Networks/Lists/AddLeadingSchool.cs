using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Lists;

/// <summary>Writes a school into a draft as a leading one. It may stand in another region: that is told, not refused.</summary>
/// <param name="LeadingId">Id of the entry that the form carries: sending it twice writes one.</param>
/// <param name="ListId">List.</param>
/// <param name="SchoolId">School.</param>
[RequirePermission(Permission.ApproveNetworks)]
public sealed record AddLeadingSchoolCommand(Guid LeadingId, Guid ListId, Guid? SchoolId) : ICommand<Done>;

internal sealed class AddLeadingSchoolValidator : AbstractValidator<AddLeadingSchoolCommand>
{
    public AddLeadingSchoolValidator() => RuleFor(c => c.SchoolId).NotNull().WithErrorCode("required");
}

internal sealed class AddLeadingSchoolHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<AddLeadingSchoolCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AddLeadingSchoolCommand request, CancellationToken cancellationToken)
    {
        var list = await db.ListInHandAsync(user, request.ListId, cancellationToken);
        if (list is null || !await db.IsSchoolAsync(request.SchoolId, cancellationToken))
        {
            return new NotFound();
        }

        return list.Lead(request.LeadingId, request.SchoolId!.Value) is { } refused ? refused : Done.Value;
    }
}
