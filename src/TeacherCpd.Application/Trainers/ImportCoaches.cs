using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>
/// Enters school coaches of one direction, one or a whole list. Those that can be entered are; each of the others is told with its
/// row and why. Sending a list twice enters nobody twice.
/// </summary>
/// <param name="TrainedOn">Day on which the preparation ended.</param>
[RequirePermission(Permission.ManageTrainers)]
public sealed record ImportCoachesCommand(IReadOnlyList<CoachLine> Lines, CoachDirection Direction, DateOnly? TrainedOn) : ICommand<CoachImport>;

/// <summary>What came of a list.</summary>
/// <param name="Added">Entered now.</param>
/// <param name="Known">There before.</param>
/// <param name="Faults">Not entered.</param>
public sealed record CoachImport(int Added, int Known, IReadOnlyList<CoachFault> Faults);

/// <summary>A line that was not entered; the number itself is not repeated.</summary>
/// <param name="Row">Number of the row in the file, from 1.</param>
public sealed record CoachFault(int Row, CoachFaultKind Kind);

/// <summary>Why a line was not entered.</summary>
public enum CoachFaultKind
{
    /// <summary>No national number.</summary>
    NoNumber,

    /// <summary>Nobody known has the number.</summary>
    NotKnown,

    /// <summary>The person works in no school in reach.</summary>
    NotInReach,
}

internal sealed class ImportCoachesValidator : AbstractValidator<ImportCoachesCommand>
{
    public ImportCoachesValidator(TimeProvider time)
    {
        RuleFor(c => c.Lines).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Direction).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.TrainedOn).NotNull().WithErrorCode("required").Must(day => day is null || day <= time.Today()).WithErrorCode("date_in_future");
    }
}

internal sealed class ImportCoachesHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ImportCoachesCommand, Result<CoachImport>>
{
    private const int AtOnce = 1000;

    public async Task<Result<CoachImport>> Handle(ImportCoachesCommand request, CancellationToken cancellationToken)
    {
        var schools = await db.CoachSchoolsAsync(user, Permission.ManageTrainers, cancellationToken);
        var faults = new List<CoachFault>();
        var numbers = new List<(int Row, string Iin)>();
        foreach (var line in request.Lines)
        {
            if (Iin.TryParse(line.Iin.Trim(), out var iin))
            {
                numbers.Add((line.Row, iin.Value));
            }
            else
            {
                faults.Add(new CoachFault(line.Row, CoachFaultKind.NoNumber));
            }
        }

        var (added, known) = (0, 0);
        foreach (var part in numbers.DistinctBy(n => n.Iin).Chunk(AtOnce))
        {
            var people = await db.CoachPeopleAsync(schools, [.. part.Select(n => n.Iin)], time.Today(), cancellationToken);
            var ids = people.Values.Select(p => p.PersonId).ToList();
            var there = (await db.SchoolCoaches
                .Where(c => c.Direction == request.Direction && EF.Parameter(ids).Contains(c.PersonId))
                .Select(c => c.PersonId)
                .ToListAsync(cancellationToken)).ToHashSet();
            foreach (var (row, iin) in part)
            {
                if (!people.TryGetValue(iin, out var person))
                {
                    faults.Add(new CoachFault(row, CoachFaultKind.NotKnown));
                }
                else if (person.SchoolId is not { } school)
                {
                    faults.Add(new CoachFault(row, CoachFaultKind.NotInReach));
                }
                else if (there.Contains(person.PersonId))
                {
                    known++;
                }
                else
                {
                    added++;
                    db.SchoolCoaches.Add(new SchoolCoach { PersonId = person.PersonId, SchoolId = school, Direction = request.Direction, TrainedOn = request.TrainedOn!.Value });
                }
            }
        }

        return new CoachImport(added, known, [.. faults.OrderBy(f => f.Row)]);
    }
}
