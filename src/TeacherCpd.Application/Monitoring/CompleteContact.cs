using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>
/// The responsible trainer records that a contact took place; its reminders are no longer needed. The observation of a lesson is recorded
/// with its sheet instead, see <see cref="Lessons.SignLessonCommand"/>. An analysis of achievements may say what the learners reached.
/// </summary>
/// <param name="Results">What the learners reached; null or empty where nothing was measured.</param>
[RequirePermission(Permission.RecordContacts)]
public sealed record CompleteContactCommand(Guid ContactId, string Outcome, LearnerResults? Results = null) : ICommand<Done>
{
    /// <summary>What came of it; a browser sends a line break as two characters, which counts as one here.</summary>
    public string Outcome { get; } = Outcome.ReplaceLineEndings("\n").Trim();
}

/// <summary>Results of learners as they were typed.</summary>
/// <param name="BeforeOn">Day of the marks before.</param>
/// <param name="AfterOn">Day of the marks after.</param>
/// <param name="Classes">Classes, up to <see cref="ClassResults.Most"/>.</param>
public sealed record LearnerResults(DateOnly? BeforeOn, DateOnly? AfterOn, IReadOnlyList<ClassFigures> Classes);

/// <summary>A class as it was typed; numbers of learners, and of those with marks 4 and 5.</summary>
public sealed record ClassFigures(string? Class, string? Subject, int? Before, int? GoodBefore, int? After, int? GoodAfter)
{
    /// <summary>The figures; null where one is missing or they cannot be right.</summary>
    public LearnerFigures? Figures => (Before, GoodBefore, After, GoodAfter) is ({ } before, { } goodBefore, { } after, { } goodAfter)
        && new LearnerFigures(before, goodBefore, after, goodAfter) is { ArePossible: true } figures ? figures : null;
}

/// <summary>Only an analysis of achievements has results of learners.</summary>
public sealed record ResultsNotHere() : Error("learners_not_here", ErrorKind.Conflict);

/// <summary>A lesson that was observed is recorded with its sheet.</summary>
public sealed record LessonNeedsSheet() : Error("lesson_needs_sheet", ErrorKind.Conflict);

internal sealed class CompleteContactValidator : AbstractValidator<CompleteContactCommand>
{
    public CompleteContactValidator(TimeProvider time)
    {
        RuleFor(c => c.Outcome)
            .NotEmpty().WithErrorCode("required")
            .MinimumLength(5).WithErrorCode("too_short")
            .MaximumLength(2000).WithErrorCode("too_long");
        When(c => c.Results is { Classes.Count: > 0 }, () =>
        {
            RuleFor(c => c.Results!.BeforeOn).NotNull().WithErrorCode("required").OverridePropertyName("BeforeOn");
            RuleFor(c => c.Results!.AfterOn)
                .NotNull().WithErrorCode("required")
                .Must((c, after) => c.Results!.BeforeOn is not { } before || after is not { } day || day > before).WithErrorCode("learners_after")
                .LessThanOrEqualTo(_ => time.Today()).WithErrorCode("date_in_future")
                .OverridePropertyName("AfterOn");
            RuleFor(c => c.Results!.Classes.Count).LessThanOrEqualTo(ClassResults.Most).WithErrorCode("too_many_lines").OverridePropertyName("Classes");
            RuleForEach(c => c.Results!.Classes).ChildRules(row =>
            {
                row.RuleFor(r => r.Class).NotEmpty().WithErrorCode("required").MaximumLength(ClassResults.ClassLength).WithErrorCode("too_long");
                row.RuleFor(r => r.Subject).NotEmpty().WithErrorCode("required").MaximumLength(ClassResults.SubjectLength).WithErrorCode("too_long");
                row.RuleFor(r => r.Before).Must((r, _) => r.Figures is not null).WithErrorCode("learners_figures");
            }).OverridePropertyName("Classes");
        });
    }
}

internal sealed class CompleteContactHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<CompleteContactCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CompleteContactCommand request, CancellationToken cancellationToken)
    {
        var contact = await db.SupportContacts.SingleOrDefaultAsync(c => c.Id == request.ContactId && c.TrainerId == user.Me, cancellationToken);
        if (contact is null)
        {
            return new NotFound();
        }

        if (contact.Kind == ContactKind.Observation)
        {
            return new LessonNeedsSheet();
        }

        var classes = request.Results?.Classes ?? [];
        if (classes.Count > 0 && contact.Kind != ContactKind.AchievementAnalysis)
        {
            return new ResultsNotHere();
        }

        if (contact.Outcome == request.Outcome)
        {
            // the same form a second time
            return Done.Value;
        }

        if (contact.Complete(request.Outcome, time.Today(), time.UtcNow()) is { } error)
        {
            return error;
        }

        db.ClassResults.AddRange(classes.Select(c => new ClassResults
        {
            ContactId = contact.Id,
            Class = c.Class!.Trim(),
            Subject = c.Subject!.Trim(),
            BeforeOn = request.Results!.BeforeOn!.Value,
            AfterOn = request.Results.AfterOn!.Value,
            Figures = c.Figures!,
        }));
        await db.CancelRemindersAsync(contact.Id, time.UtcNow(), cancellationToken);
        return Done.Value;
    }
}
