using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>A methodologist or coordinator writes what was seen in a session of a trainer, or recommends something.</summary>
/// <param name="NoteId">Id that the form carries: sending it twice writes one note.</param>
[RequirePermission(Permission.ManageTrainers)]
public sealed record AddTrainerNoteCommand(Guid NoteId, Guid TrainerId, TrainerNoteKind Kind, DateOnly? On, string Words) : ICommand<Done>;

internal sealed class AddTrainerNoteValidator : AbstractValidator<AddTrainerNoteCommand>
{
    public AddTrainerNoteValidator(TimeProvider time)
    {
        RuleFor(c => c.Kind).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.On).NotNull().WithErrorCode("required").Must(day => day is null || day <= time.Today()).WithErrorCode("date_in_future");
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(TrainerNote.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class AddTrainerNoteHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AddTrainerNoteCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AddTrainerNoteCommand request, CancellationToken cancellationToken)
    {
        var trainer = await db.TrainerToChangeAsync(user, Permission.ManageTrainers, request.TrainerId, cancellationToken);
        if (trainer is null)
        {
            return new NotFound();
        }

        if (trainer.PersonId == user.Me)
        {
            return new Accounts.NotOnOneself();
        }

        if (!await db.TrainerNotes.AnyAsync(n => n.Id == request.NoteId, cancellationToken))
        {
            db.TrainerNotes.Add(new TrainerNote
            {
                Id = request.NoteId,
                TrainerId = trainer.Id,
                Kind = request.Kind,
                On = request.On!.Value,
                Words = request.Words.Trim(),
                By = user.Me,
                At = time.UtcNow(),
            });
        }

        return Done.Value;
    }
}
