using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Networks.Visits;

/// <summary>Puts a template away: no new visit is planned by it.</summary>
/// <param name="TemplateId">Template.</param>
[RequirePermission(Permission.ManageVisits)]
public sealed record RetireVisitTemplateCommand(Guid TemplateId) : ICommand<Done>;

internal sealed class RetireVisitTemplateHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<RetireVisitTemplateCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetireVisitTemplateCommand request, CancellationToken cancellationToken)
    {
        var places = db.Organisations.Within(user.Scopes(Permission.ManageVisits)).Select(o => o.Id);
        var template = await db.VisitTemplates.SingleOrDefaultAsync(t => t.Id == request.TemplateId && places.Contains(t.OrganisationId), cancellationToken);
        if (template is null)
        {
            return new NotFound();
        }

        template.Retire(time.UtcNow());
        return Done.Value;
    }
}
