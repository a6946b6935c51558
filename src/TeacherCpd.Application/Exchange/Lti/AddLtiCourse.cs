using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Exchange.Webhooks;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Lti;

/// <summary>Offers a course of an outside tool to teachers.</summary>
/// <param name="CourseId">Id that the form carries: sending it twice makes one.</param>
/// <param name="Hours">Academic hours, 1 to <see cref="LtiCourse.MostHours"/>.</param>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record AddLtiCourseCommand(Guid CourseId, Guid ToolId, string TitleKk, string TitleRu, string TitleEn, string TargetUrl, int Hours) : ICommand<Done>;

internal sealed class AddLtiCourseValidator : AbstractValidator<AddLtiCourseCommand>
{
    public AddLtiCourseValidator(WebhookRules rules)
    {
        RuleFor(c => c.TitleKk).Title();
        RuleFor(c => c.TitleRu).Title();
        RuleFor(c => c.TitleEn).Title();
        RuleFor(c => c.TargetUrl).Address(rules);
        RuleFor(c => c.Hours).InclusiveBetween(1, LtiCourse.MostHours).WithErrorCode("number_out_of_range");
    }
}

/// <summary>Titles of outside courses.</summary>
internal static class LtiTitles
{
    /// <summary>Asks for a title in one language.</summary>
    public static void Title<T>(this IRuleBuilderInitial<T, string> rule) =>
        rule.Cascade(CascadeMode.Stop).Must(title => title.OrNothing() is not null).WithErrorCode("required").MaximumLength(LtiCourse.TitleLength).WithErrorCode("too_long");
}

internal sealed class AddLtiCourseHandler(IAppDbContext db) : IRequestHandler<AddLtiCourseCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AddLtiCourseCommand request, CancellationToken cancellationToken)
    {
        if (!await db.LtiTools.AnyAsync(t => t.Id == request.ToolId, cancellationToken))
        {
            return new NotFound();
        }

        if (!await db.LtiCourses.AnyAsync(c => c.Id == request.CourseId, cancellationToken))
        {
            db.LtiCourses.Add(new LtiCourse
            {
                Id = request.CourseId,
                ToolId = request.ToolId,
                Title = new LocalizedText(request.TitleKk.Trim(), request.TitleRu.Trim(), request.TitleEn.Trim()),
                TargetUrl = request.TargetUrl.Trim(),
                Hours = request.Hours,
            });
        }

        return Done.Value;
    }
}
