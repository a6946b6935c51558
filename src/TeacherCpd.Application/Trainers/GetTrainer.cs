using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Trainers;

/// <summary>One trainer of the pool.</summary>
[RequirePermission(Permission.SeeTrainers)]
public sealed record GetTrainerQuery(Guid TrainerId) : IQuery<TrainerView>;

/// <summary>A trainer with what the user may do.</summary>
/// <param name="MayManage">Whether contracts and notes may be added.</param>
/// <param name="MayAuthorise">Whether training, certification and suspension may be recorded.</param>
/// <param name="Programmes">Programmes for which the trainer was not trained yet; empty where the user may not record it.</param>
/// <param name="Branches">Where the trainer could belong; empty where the user may not change it.</param>
public sealed record TrainerView(
    TrainerFile File, bool MayManage, bool MayAuthorise, IReadOnlyList<ProgrammeChoice> Programmes, IReadOnlyList<BranchChoice> Branches);

internal sealed class GetTrainerHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetTrainerQuery, Result<TrainerView>>
{
    public async Task<Result<TrainerView>> Handle(GetTrainerQuery request, CancellationToken cancellationToken)
    {
        var file = await db.TrainerFileAsync(db.TrainersSeenBy(user).Where(t => t.Id == request.TrainerId), time.Today(), cancellationToken);
        if (file is null)
        {
            return new NotFound();
        }

        var path = await db.Organisations.Where(o => o.Id == file.BranchId).Select(o => o.Path).SingleAsync(cancellationToken);
        var mayManage = user.Covers(Permission.ManageTrainers, path) && file.PersonId != user.Me;
        var mayAuthorise = user.Covers(Permission.AuthoriseTrainers, path) && file.PersonId != user.Me;
        var trained = file.Authorisations.Select(a => a.ProgrammeId).ToList();
        var programmes = mayAuthorise
            ? await db.Programmes
                .Where(p => !EF.Parameter(trained).Contains(p.Id))
                .OrderBy(p => p.Code)
                .Select(p => new ProgrammeChoice(p.Id, p.Code, p.Title))
                .ToListAsync(cancellationToken)
            : [];
        var branches = mayManage
            ? await db.Organisations
                .Within(user.Scopes(Permission.ManageTrainers))
                .Where(o => o.Kind == OrganisationKind.Branch || o.Kind == OrganisationKind.Centre)
                .OrderBy(o => o.Path)
                .Select(o => new BranchChoice(o.Id, o.Name))
                .ToListAsync(cancellationToken)
            : [];
        return new TrainerView(file, mayManage, mayAuthorise, programmes, branches);
    }
}
