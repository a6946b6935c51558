using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Matrix;

/// <summary>
/// A participant, or the trainer or coordinator for them, fills in the own part of the interaction matrix on the last day of the course:
/// on which day each planned contact is, with whom, and what the participant wishes to look at.
/// </summary>
/// <param name="Shown">Revision of the part that the form was shown with: the sum of its rows', 0 where there were none.</param>
[SignedIn]
public sealed record FillMatrixCommand(Guid EnrolmentId, IReadOnlyList<MatrixRow> Rows, int Shown) : ICommand<Done>;

/// <summary>What was filled in for one planned contact.</summary>
/// <param name="DueOn">Day; null where none was given.</param>
/// <param name="TrainerId">Responsible trainer; null: the trainer of the group, or who was named before.</param>
/// <param name="Wish">What to look at; may be empty.</param>
public sealed record MatrixRow(ContactKind Kind, int Month, DateOnly? DueOn, Guid? TrainerId, string? Wish);

/// <summary>The matrix is filled from the last day of the course until the group is closed.</summary>
/// <param name="From">The last day of the course.</param>
public sealed record MatrixNotOpen(DateOnly From) : Error("matrix_not_open", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [From];
}

/// <summary>Somebody filled the same part while the form was open.</summary>
public sealed record MatrixFilledElsewhere() : Error("matrix_filled_elsewhere", ErrorKind.Conflict);

/// <summary>A day of the matrix is outside of the year of support, nobody works on it, or it has two contacts of one kind.</summary>
/// <param name="Row">Row, from 0.</param>
public sealed record MatrixDayWrong(int Row, DateOnly First, DateOnly Last) : Error("matrix_day_wrong", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [First, Last];

    /// <inheritdoc/>
    public override string Field => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Rows[{Row}].{nameof(MatrixRow.DueOn)}");
}

internal sealed class FillMatrixValidator : AbstractValidator<FillMatrixCommand>
{
    public FillMatrixValidator() => RuleForEach(c => c.Rows).ChildRules(row =>
    {
        row.RuleFor(r => r.DueOn).NotNull().WithErrorCode("required");
        row.RuleFor(r => r.Wish).MaximumLength(MatrixEntry.WishLength).WithErrorCode("too_long");
    });
}

internal sealed class FillMatrixHandler(IAppDbContext db, CurrentUser user, SupportPlan plan, TimeProvider time) : IRequestHandler<FillMatrixCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FillMatrixCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync($"matrix/{request.EnrolmentId}", cancellationToken);
        if (await db.MatrixPartAsync(request.EnrolmentId, user, cancellationToken) is not { } part)
        {
            return new NotFound();
        }

        if (!part.IsOpen(time.Today()))
        {
            return new MatrixNotOpen(part.EndsOn);
        }

        var year = await db.YearAfterAsync(plan, part.GroupId, cancellationToken);
        if (year.Contacts.Any(c => request.Rows.Count(r => (r.Kind, r.Month) == (c.Kind, c.Month)) != 1) || request.Rows.Count != year.Contacts.Count)
        {
            // the plan changed since the form was shown
            return new MatrixFilledElsewhere();
        }

        var (first, last) = SupportPlan.YearAfter(part.EndsOn);
        for (var i = 0; i < request.Rows.Count; i++)
        {
            var row = request.Rows[i];
            if (row.DueOn < first || row.DueOn > last || !WorkingDays.Contain(row.DueOn!.Value) || request.Rows.Take(i).Any(r => (r.Kind, r.DueOn) == (row.Kind, row.DueOn)))
            {
                return new MatrixDayWrong(i, first, last);
            }
        }

        var trainers = await db.TrainersOf(part.GroupId).ToListAsync(cancellationToken);
        var entries = await db.MatrixEntries.Where(e => e.EnrolmentId == part.EnrolmentId).ToListAsync(cancellationToken);
        var isStale = entries.Sum(e => e.Revision + 1) != request.Shown;
        foreach (var row in request.Rows)
        {
            var entry = entries.Find(e => (e.Kind, e.Month) == (row.Kind, row.Month));
            var trainer = row.TrainerId is { } chosen && trainers.Contains(chosen) ? chosen : entry?.TrainerId ?? part.TrainerId;
            if (entry is not null && (entry.DueOn, entry.TrainerId, entry.Wish ?? "") == (row.DueOn!.Value, trainer, row.Wish?.Trim() ?? ""))
            {
                continue;
            }

            if (isStale)
            {
                return new MatrixFilledElsewhere();
            }

            if (entry is null)
            {
                db.MatrixEntries.Add(entry = new MatrixEntry { EnrolmentId = part.EnrolmentId, Kind = row.Kind, Month = row.Month });
            }

            entry.Fill(row.DueOn!.Value, trainer, row.Wish, user.Me, time.UtcNow());
        }

        return Done.Value;
    }
}
