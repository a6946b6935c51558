using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Attestation.Observations;

/// <summary>An observer begins the sheet of a lesson.</summary>
/// <param name="SheetId">Id that the form carries: sending it twice begins one sheet.</param>
/// <param name="Iin">National number of the teacher.</param>
/// <param name="Part">As whom the observer watches.</param>
/// <param name="Variant">Which of the sheets.</param>
/// <param name="On">Day of the lesson.</param>
/// <param name="Number">Which lesson of that day.</param>
/// <param name="Subject">Subject.</param>
/// <param name="ClassName">Class or group.</param>
/// <param name="Topic">Topic and aims.</param>
[RequirePermission(Permission.ObserveLessons)]
public sealed record BeginObservationCommand(
    Guid SheetId,
    string? Iin,
    ObserverPart? Part,
    ObservationVariant? Variant,
    DateOnly? On,
    int? Number,
    string? Subject,
    string? ClassName,
    string? Topic) : ICommand<Guid>;

/// <summary>The edition in force has no text of this sheet: it has to be loaded first.</summary>
public sealed record ObservationFormMissing() : Error("observation_form_missing", ErrorKind.Conflict);

/// <summary>The observer has a sheet of this lesson already.</summary>
public sealed record LessonObservedBefore() : Error("lesson_observed_before", ErrorKind.Conflict);

internal sealed class BeginObservationValidator : AbstractValidator<BeginObservationCommand>
{
    public BeginObservationValidator(TimeProvider time)
    {
        RuleFor(c => c.SheetId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Iin).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Part).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Variant).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");

        // an observation of long ago is written down where it was made
        RuleFor(c => c.On).NotNull().WithErrorCode("required").GreaterThanOrEqualTo(_ => time.Today().AddYears(-1)).WithErrorCode("lesson_too_early");
        RuleFor(c => c.Number).NotNull().WithErrorCode("required").InclusiveBetween(1, ObservedLesson.MostADay).WithErrorCode("lesson_number_out_of_range");
        RuleFor(c => c.Subject).NotEmpty().WithErrorCode("required").MaximumLength(ObservedLesson.ShortMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.ClassName).NotEmpty().WithErrorCode("required").MaximumLength(ObservedLesson.ShortMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.Topic).NotEmpty().WithErrorCode("required").MaximumLength(ObservedLesson.TopicMaxLength).WithErrorCode("too_long");
    }
}

internal sealed class BeginObservationHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<BeginObservationCommand, Result<Guid>>
{
    private static readonly Position[] Pedagogical = [Position.Teacher, Position.Deputy, Position.Head, Position.Trainer];

    public async Task<Result<Guid>> Handle(BeginObservationCommand request, CancellationToken cancellationToken)
    {
        var observer = await db.LessonObservations.Where(o => o.Id == request.SheetId).Select(o => (Guid?)o.ObserverId).SingleOrDefaultAsync(cancellationToken);
        if (observer is not null)
        {
            return observer == user.Me ? request.SheetId : new NotFound();
        }

        var iin = Iin.Parse(request.Iin!.Trim());
        if (iin.Error is { } wrong)
        {
            return new InvalidInput([new FieldFault(nameof(request.Iin), wrong.Code, wrong.Args)]);
        }

        var today = time.Today();
        var jobs = await (
            from person in db.Persons
            where person.Iin == iin.Value.Value
            from job in person.Employments
            join organisation in db.Organisations on job.OrganisationId equals organisation.Id
            where Pedagogical.Contains(job.Position) && job.From <= today && (job.To == null || job.To >= today)
            orderby job.From descending
            select new { person.Id, Organisation = organisation })
            .ToListAsync(cancellationToken);
        if (jobs.Count == 0)
        {
            return new ObservedTeacherNotKnown();
        }

        Organisation? seat = null;
        foreach (var job in jobs)
        {
            if (seat is null && await db.MayObserveAsync(user.Me, request.Part!.Value, job.Organisation, today, cancellationToken))
            {
                seat = job.Organisation;
            }
        }

        if (seat is null)
        {
            return new ObserverNotEntitled();
        }

        if (await Evaluation.InForceAsync(db, today, cancellationToken) is not { } edition)
        {
            return new NoRulesInForce();
        }

        if (RuleBook.Read(edition.Json).Observation?.Form(request.Variant!.Value) is not { } form)
        {
            return new ObservationFormMissing();
        }

        // one sheet of a lesson from each observer: a second one would count in the mean
        var teacherId = jobs[0].Id;
        await db.TakeTurnAsync($"observation/{teacherId}/{request.On:yyyy-MM-dd}", cancellationToken);
        if (await db.LessonObservations.AnyAsync(
            o => o.TeacherId == teacherId && o.ObserverId == user.Me && o.On == request.On && o.LessonNumber == request.Number && o.Status != ObservationStatus.Discarded,
            cancellationToken))
        {
            return new LessonObservedBefore();
        }

        var sheet = LessonObservation.Begin(
            request.SheetId,
            teacherId,
            user.Me,
            request.Part!.Value,
            seat.Id,
            edition.Id,
            form,
            new ObservedLesson(request.On!.Value, request.Number!.Value, request.Subject!.Trim(), request.ClassName!.Trim(), request.Topic!.Trim()),
            time.UtcNow(),
            today);
        if (sheet.Error is { } refused)
        {
            return refused;
        }

        db.LessonObservations.Add(sheet.Value);
        return sheet.Value.Id;
    }
}
