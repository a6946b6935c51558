using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Assessment;

/// <summary>A moderator says what an assessor is given.</summary>
/// <param name="PersonId">Assessor.</param>
/// <param name="Languages">Languages of portfolios; none: all.</param>
/// <param name="Directions">Directions of programmes; empty: all.</param>
/// <param name="MostOpen">Most sheets that are open at once.</param>
[RequirePermission(Permission.ModerateAssessments)]
public sealed record SetAssessorProfileCommand(Guid PersonId, TeachingLanguages Languages, IReadOnlyList<string> Directions, int MostOpen) : ICommand<Done>;

internal sealed class SetAssessorProfileValidator : AbstractValidator<SetAssessorProfileCommand>
{
    public SetAssessorProfileValidator()
    {
        RuleFor(c => c.MostOpen).InclusiveBetween(1, 100).WithErrorCode("plan_number_wrong");
        RuleForEach(c => c.Directions).Must(ProgrammeDirections.All.Contains).WithErrorCode("required");
    }
}

internal sealed class SetAssessorProfileHandler(IAppDbContext db) : IRequestHandler<SetAssessorProfileCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SetAssessorProfileCommand request, CancellationToken cancellationToken)
    {
        if (!await db.Persons.AnyAsync(
            p => p.Id == request.PersonId && p.Roles.Any(r => r.Role == Role.Assessor || r.Role == Role.Moderator), cancellationToken))
        {
            return new NotFound();
        }

        var profile = await db.AssessorProfiles.SingleOrDefaultAsync(p => p.PersonId == request.PersonId, cancellationToken);
        if (profile is null)
        {
            profile = new AssessorProfile { PersonId = request.PersonId };
            db.AssessorProfiles.Add(profile);
        }

        profile.Set(request.Languages, request.Directions, request.MostOpen);
        return Done.Value;
    }
}
