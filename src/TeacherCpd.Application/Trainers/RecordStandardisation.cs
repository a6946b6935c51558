using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>A methodologist records a webinar, a consultation or a shared rubric with examples, and who took part.</summary>
/// <param name="EventId">Id that the form carries: sending it twice records one event.</param>
[RequirePermission(Permission.AuthoriseTrainers)]
public sealed record RecordStandardisationCommand(
    Guid EventId, StandardisationKind Kind, string Title, DateOnly? On, string Words, string? Link, IReadOnlyCollection<Guid> Trainers) : ICommand<Done>;

internal sealed class RecordStandardisationValidator : AbstractValidator<RecordStandardisationCommand>
{
    private const int LinkLength = 500;

    public RecordStandardisationValidator(TimeProvider time)
    {
        RuleFor(c => c.EventId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Kind).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Title).NotEmpty().WithErrorCode("required").MaximumLength(StandardisationEvent.TitleLength).WithErrorCode("too_long");
        RuleFor(c => c.On).NotNull().WithErrorCode("required").Must(day => day is null || day <= time.Today()).WithErrorCode("date_in_future");
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(StandardisationEvent.WordsLength).WithErrorCode("too_long");
        RuleFor(c => c.Link).MaximumLength(LinkLength).WithErrorCode("too_long").Must(Links.AreWeb).WithErrorCode("link_wrong");
    }
}

internal sealed class RecordStandardisationHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<RecordStandardisationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordStandardisationCommand request, CancellationToken cancellationToken)
    {
        if (await db.StandardisationEvents.AnyAsync(e => e.Id == request.EventId, cancellationToken))
        {
            return Done.Value;
        }

        var ids = request.Trainers.Distinct().ToList();
        var trainers = await db.TrainersSeenBy(user).Where(t => EF.Parameter(ids).Contains(t.Id)).Select(t => t.Id).ToListAsync(cancellationToken);
        if (trainers.Count != ids.Count)
        {
            return new NotFound();
        }

        var recorded = new StandardisationEvent
        {
            Id = request.EventId,
            Kind = request.Kind,
            Title = request.Title.Trim(),
            On = request.On!.Value,
            Words = request.Words.Trim(),
            Link = request.Link.OrNothing(),
            By = user.Me,
        };
        recorded.TookPart(trainers);
        db.StandardisationEvents.Add(recorded);
        return Done.Value;
    }
}
