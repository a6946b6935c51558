using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>Enters a study into the register.</summary>
/// <param name="StudyId">Id that the form carries: sending it twice enters one study.</param>
/// <param name="OrganisationId">Organisation that runs it.</param>
/// <param name="Content">What is written about it.</param>
[RequirePermission(Permission.ManageStudies)]
public sealed record PlanStudyCommand(Guid StudyId, Guid? OrganisationId, StudyContent Content) : ICommand<Done>, IStudyEntry;

internal sealed class PlanStudyValidator : StudyEntryValidator<PlanStudyCommand>;

internal sealed class PlanStudyHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<PlanStudyCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(PlanStudyCommand request, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Id == request.OrganisationId, cancellationToken);
        if (organisation is null || !user.Covers(Permission.ManageStudies, organisation.Path))
        {
            return new NotFound();
        }

        if (!await db.Studies.AnyAsync(s => s.Id == request.StudyId, cancellationToken))
        {
            db.Studies.Add(Study.Plan(request.StudyId, organisation.Id, await db.OfKnownProgrammesAsync(request.Content, cancellationToken)));
        }

        return Done.Value;
    }
}
