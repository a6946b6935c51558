using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>Says which programmes a study proposes at which level of which competence.</summary>
/// <param name="StudyId">Study.</param>
/// <param name="Rows">All rows; what is not among them goes.</param>
[RequirePermission(Permission.ManageStudies)]
public sealed record ProposeProgrammesCommand(Guid StudyId, IReadOnlyList<NeedRow> Rows) : ICommand<Done>;

/// <summary>A programme for a level of a competence.</summary>
public sealed record NeedRow(Competence Competence, NeedLevel Level, Guid ProgrammeId);

internal sealed class ProposeProgrammesValidator : AbstractValidator<ProposeProgrammesCommand>
{
    public ProposeProgrammesValidator() =>
        RuleFor(c => c.Rows).Must(rows => rows.All(r => Enum.IsDefined(r.Competence) && Enum.IsDefined(r.Level))).WithErrorCode("required");
}

internal sealed class ProposeProgrammesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<ProposeProgrammesCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ProposeProgrammesCommand request, CancellationToken cancellationToken)
    {
        var study = await db.StudiesRunBy(user).Include(s => s.Proposals).SingleOrDefaultAsync(s => s.Id == request.StudyId, cancellationToken);
        if (study is null)
        {
            return new NotFound();
        }

        var asked = request.Rows.Select(r => r.ProgrammeId).ToList();
        var known = await db.Programmes.Where(p => asked.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken);
        study.Propose(request.Rows.Where(r => known.Contains(r.ProgrammeId)).Select(r => (r.Competence, r.Level, r.ProgrammeId)));
        return Done.Value;
    }
}
