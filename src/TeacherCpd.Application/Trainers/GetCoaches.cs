using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>The school coaches in reach.</summary>
/// <param name="Text">Beginning of family name and given name; null for everybody.</param>
/// <param name="Direction">Only those of a direction; null for all.</param>
/// <param name="Page">Page of the list, from 1.</param>
[RequirePermission(Permission.SeeTrainers)]
public sealed record GetCoachesQuery(string? Text, CoachDirection? Direction, int Page) : IQuery<CoachesView>;

/// <summary>A list of school coaches.</summary>
/// <param name="MayAdd">Whether the user may enter some.</param>
public sealed record CoachesView(Paged<CoachRow> Coaches, bool MayAdd);

/// <summary>A school coach.</summary>
public sealed record CoachRow(Guid Id, string Name, LocalizedText School, CoachDirection Direction, DateOnly TrainedOn);

internal sealed class GetCoachesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetCoachesQuery, Result<CoachesView>>
{
    public async Task<Result<CoachesView>> Handle(GetCoachesQuery request, CancellationToken cancellationToken)
    {
        var schools = await db.CoachSchoolsAsync(user, Permission.SeeTrainers, cancellationToken);
        var found = db.SchoolCoaches.Where(c => schools.Any(s => s.Id == c.SchoolId) && (request.Direction == null || c.Direction == request.Direction));
        if (!string.IsNullOrWhiteSpace(request.Text))
        {
            var key = SortKey.Of(request.Text);
            found = found.Where(c => key.Length > 0 && db.Persons.Any(p => p.Id == c.PersonId && p.SortKey.StartsWith(key)));
        }

        var total = await found.CountAsync(cancellationToken);
        var page = await (
            from coach in found
            join person in db.Persons on coach.PersonId equals person.Id
            join school in db.Organisations on coach.SchoolId equals school.Id
            orderby person.SortKey, coach.Id
            select new CoachRow(coach.Id, person.FamilyName + " " + person.GivenName, school.Name, coach.Direction, coach.TrainedOn))
            .PageAsync(total, request.Page, cancellationToken);
        return new CoachesView(page, user.Can(Permission.ManageTrainers));
    }
}
