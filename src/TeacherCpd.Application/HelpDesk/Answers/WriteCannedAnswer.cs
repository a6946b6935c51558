using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.HelpDesk;

namespace TeacherCpd.Application.HelpDesk.Answers;

/// <summary>Writes an answer that is given often, in three languages.</summary>
/// <param name="AnswerId">Id that the form carries: sending it twice writes one.</param>
/// <param name="IsOffered">Whether it is offered to helpers.</param>
[RequirePermission(Permission.AnswerTickets)]
public sealed record WriteCannedAnswerCommand(Guid AnswerId, TicketSubject Subject, LocalizedText Title, LocalizedText Text, bool IsOffered) : ICommand<Done>;

internal sealed class WriteCannedAnswerValidator : AbstractValidator<WriteCannedAnswerCommand>
{
    public WriteCannedAnswerValidator()
    {
        RuleFor(c => c.Subject).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Title.Kk).NotEmpty().OverridePropertyName("TitleKk").WithErrorCode("required");
        RuleFor(c => c.Title.Ru).NotEmpty().OverridePropertyName("TitleRu").WithErrorCode("required");
        RuleFor(c => c.Title.En).NotEmpty().OverridePropertyName("TitleEn").WithErrorCode("required");
        RuleFor(c => c.Text.Kk).NotEmpty().OverridePropertyName("TextKk").WithErrorCode("required");
        RuleFor(c => c.Text.Ru).NotEmpty().OverridePropertyName("TextRu").WithErrorCode("required");
        RuleFor(c => c.Text.En).NotEmpty().OverridePropertyName("TextEn").WithErrorCode("required");
        RuleFor(c => c.Title.Kk).MaximumLength(Ticket.ContactLength).OverridePropertyName("TitleKk").WithErrorCode("too_long");
        RuleFor(c => c.Title.Ru).MaximumLength(Ticket.ContactLength).OverridePropertyName("TitleRu").WithErrorCode("too_long");
        RuleFor(c => c.Title.En).MaximumLength(Ticket.ContactLength).OverridePropertyName("TitleEn").WithErrorCode("too_long");
        RuleFor(c => c.Text.Kk).MaximumLength(Ticket.WordsLength).OverridePropertyName("TextKk").WithErrorCode("too_long");
        RuleFor(c => c.Text.Ru).MaximumLength(Ticket.WordsLength).OverridePropertyName("TextRu").WithErrorCode("too_long");
        RuleFor(c => c.Text.En).MaximumLength(Ticket.WordsLength).OverridePropertyName("TextEn").WithErrorCode("too_long");
    }
}

internal sealed class WriteCannedAnswerHandler(IAppDbContext db) : IRequestHandler<WriteCannedAnswerCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WriteCannedAnswerCommand request, CancellationToken cancellationToken)
    {
        var answer = await db.CannedAnswers.SingleOrDefaultAsync(a => a.Id == request.AnswerId, cancellationToken)
            ?? db.CannedAnswers.Add(new CannedAnswer { Id = request.AnswerId }).Entity;
        answer.Write(request.Subject, request.Title, request.Text, request.IsOffered);
        return Done.Value;
    }
}
