using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>
/// The own result as a PDF: the individual feedback sheet, or, where the work was not recommended, the letter of reasons.
/// </summary>
/// <param name="EnrolmentId">Own enrolment.</param>
/// <param name="GradingId">Result that was told.</param>
/// <param name="Language">Language of the sheet.</param>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record PrintResultQuery(Guid EnrolmentId, Guid GradingId, Language Language) : IQuery<ResultFile>;

/// <summary>A file to download.</summary>
public sealed record ResultFile(string Name, byte[] Content);

internal sealed class PrintResultHandler(IAppDbContext db, CurrentUser user, IMediator mediator, IResultPrinter printer)
    : IRequestHandler<PrintResultQuery, Result<ResultFile>>
{
    public async Task<Result<ResultFile>> Handle(PrintResultQuery request, CancellationToken cancellationToken)
    {
        var feedback = await mediator.Send(new GetMyFeedbackQuery(request.EnrolmentId), cancellationToken);
        if (feedback.Error is { } error)
        {
            return error;
        }

        var result = feedback.Value.Results.SingleOrDefault(r => r.GradingId == request.GradingId);
        var place = await (
            from enrolment in db.Enrolments
            where enrolment.Id == request.EnrolmentId && enrolment.PersonId == user.Me
            join person in db.Persons on enrolment.PersonId equals person.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            select new { Person = person, enrolment.ListenerCode, studyGroup.Code }).AsNoTracking().SingleAsync(cancellationToken);
        if (result is null)
        {
            return new NotFound();
        }

        var isRecommended = GradeRule.IsRecommended(result.Grade);
        var title = Say(isRecommended ? "result.sheet" : "result.letter");
        var releasedOn = Clock.DayOf(result.ReleasedAt);
        var sheet = new PrintedSheet(
            title,
            [
                new(Say("feedback.teacher"), place.Person.FullName),
                new(Say("assessment.code"), place.ListenerCode),
                new(Say("result.programme"), feedback.Value.Programme.In(request.Language)),
                new(Say("feedback.group"), place.Code),
                new(Say("result.version"), Say("result.version.value", result.VersionNumber)),
                new(Say("result.released"), Day(releasedOn)),
                new(Say("assessment.review.grade"), Say(result.Grade)),
                new(Say("result.means"), Say(isRecommended ? "assessment.recommended" : "my_feedback.again")),
            ],
            [
                .. result.Lines.Select(line => new PrintedSection(
                    line.Criterion.Title.In(request.Language),
                    Say(line.Level),
                    [line.Criterion.Descriptor(line.Level).In(request.Language), .. line.Comments, .. line.Remarks.Select(r => Say("remarks.printed", r.Quote, r.Words))])),
                .. result.Comments.Count == 0 ? [] : new[] { new PrintedSection(Say("assessment.comment"), "", result.Comments) },
                new PrintedSection(Say("result.how"), "", [Say("result.how.text", result.Assessors), GradeRuleWords.Of(result.Rubric, request.Language), .. Appeal(feedback.Value, result)]),
            ],
            $"{title}, {place.ListenerCode}",
            releasedOn);
        return new ResultFile($"{title} {place.ListenerCode}-{result.VersionNumber}.pdf", printer.Print(sheet));

        string Say(object key, params IReadOnlyList<object?> args) =>
            TextCatalogue.Get(request.Language, key is Enum value ? $"enum.{value.GetType().Name}.{value}" : (string)key, args);

        string Day(DateOnly day) => day.ToString("d", TextCatalogue.CultureOf(request.Language));

        IEnumerable<string> Appeal(MyFeedbackView view, MyResult of) =>
            of.Appeal is { } appeal ? [$"{Say("appeal.title")}: {Say(appeal.Status)}."]
            : view.AppealUntil is { } until && of == view.Results[^1] ? [Say("result.appeal", Day(until))]
            : [];
    }
}
