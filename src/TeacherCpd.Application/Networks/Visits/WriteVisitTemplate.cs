using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Visits;

/// <summary>Writes a template of visits.</summary>
/// <param name="TemplateId">Id that the form carries: sending it twice writes one.</param>
/// <param name="OrganisationId">Centre or branch that uses it.</param>
/// <param name="Title">Title.</param>
/// <param name="Stages">Its five stages.</param>
[RequirePermission(Permission.ManageVisits)]
public sealed record WriteVisitTemplateCommand(Guid TemplateId, Guid OrganisationId, string? Title, IReadOnlyList<VisitStageWriting> Stages) : ICommand<Done>;

/// <summary>A stage as it is written.</summary>
/// <param name="Kind">Stage.</param>
/// <param name="DueAfterDays">Days from the beginning of the visit.</param>
/// <param name="Task">What is to be done.</param>
public sealed record VisitStageWriting(VisitStageKind Kind, int? DueAfterDays, string? Task);

internal sealed class WriteVisitTemplateValidator : AbstractValidator<WriteVisitTemplateCommand>
{
    public WriteVisitTemplateValidator()
    {
        RuleFor(c => c.Title).NotEmpty().WithErrorCode("required").MaximumLength(VisitTemplate.TitleLength).WithErrorCode("too_long");
        RuleForEach(c => c.Stages).ChildRules(stage =>
        {
            stage.RuleFor(s => s.DueAfterDays).NotNull().WithErrorCode("required").InclusiveBetween(0, VisitTemplate.LongestDays).WithErrorCode("out_of_range");
            stage.RuleFor(s => s.Task).NotEmpty().WithErrorCode("required").MaximumLength(VisitTemplate.TaskLength).WithErrorCode("too_long");
        });
    }
}

internal sealed class WriteVisitTemplateHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<WriteVisitTemplateCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WriteVisitTemplateCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(FormattableString.Invariant($"networks/templates/{request.TemplateId}"), cancellationToken);
        if (await db.OrganisationInReachAsync(user, Permission.ManageVisits, request.OrganisationId, cancellationToken) is not { } organisation)
        {
            return new NotFound();
        }

        if (await db.VisitTemplates.AnyAsync(t => t.Id == request.TemplateId, cancellationToken))
        {
            return Done.Value;
        }

        var template = VisitTemplate.Write(
            request.TemplateId,
            organisation.Id,
            request.Title!.Trim(),
            [.. request.Stages.Select(s => new VisitStagePlan(s.Kind, s.DueAfterDays!.Value, s.Task.Lines()))],
            time.UtcNow());
        if (template.Error is { } refused)
        {
            return refused;
        }

        db.VisitTemplates.Add(template.Value);
        return Done.Value;
    }
}
