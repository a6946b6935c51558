using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.LessonStudies;

/// <summary>A teacher, or whoever leads the school, plans a cycle of Lesson Study with colleagues.</summary>
/// <param name="StudyId">Id that the form carries: sending it twice plans one cycle.</param>
/// <param name="SchoolId">School in which it is made.</param>
/// <param name="Question">Research question.</param>
/// <param name="Subject">Subject.</param>
/// <param name="ClassName">Class.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Pupils">Portraits of the case pupils, in the order of their letters, without names.</param>
/// <param name="Members">Those of the school.</param>
/// <param name="OtherIins">Numbers of colleagues of other schools of the district, who observe; a line each.</param>
[RequirePermission(Permission.PlanLessonStudies)]
public sealed record PlanLessonStudyCommand(
    Guid StudyId,
    Guid SchoolId,
    string? Question,
    string? Subject,
    string? ClassName,
    DateOnly? From,
    DateOnly? To,
    IReadOnlyList<string?> Pupils,
    IReadOnlyList<StudySeat> Members,
    string? OtherIins) : ICommand<Done>;

internal sealed class PlanLessonStudyValidator : AbstractValidator<PlanLessonStudyCommand>
{
    private const int MostOthers = 10;

    public PlanLessonStudyValidator()
    {
        RuleFor(c => c.Question).NotEmpty().WithErrorCode("required").MaximumLength(LessonStudy.QuestionLength).WithErrorCode("too_long");
        RuleFor(c => c.Subject).NotEmpty().WithErrorCode("required").MaximumLength(LessonStudy.LineLength).WithErrorCode("too_long");
        RuleFor(c => c.ClassName).NotEmpty().WithErrorCode("required").MaximumLength(LessonStudy.LineLength).WithErrorCode("too_long");
        RuleFor(c => c.From).NotNull().WithErrorCode("required");
        RuleFor(c => c.To).NotNull().WithErrorCode("required");
        RuleFor(c => c.Pupils).Must(p => p.Count == LessonStudy.PupilCount).WithErrorCode("required");
        RuleForEach(c => c.Pupils).NotEmpty().WithErrorCode("required").MaximumLength(LessonStudy.QuestionLength).WithErrorCode("too_long");
        RuleForEach(c => c.Members).ChildRules(seat => seat.RuleFor(s => s.Role).IsInEnum().WithErrorCode("required"));
        RuleFor(c => c.OtherIins).Must(iins => Iins(iins).Count <= MostOthers).WithErrorCode("too_many_lines");
    }

    /// <summary>The numbers of the lines.</summary>
    public static List<string> Iins(string? lines) =>
        [.. (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}

internal sealed class PlanLessonStudyHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<PlanLessonStudyCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(PlanLessonStudyCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfAsync(request.StudyId, cancellationToken);
        if (await db.OrganisationInReachAsync(user, Permission.PlanLessonStudies, request.SchoolId, cancellationToken) is not { } school)
        {
            return new NotFound();
        }

        if (await db.LessonStudies.AnyAsync(s => s.Id == request.StudyId, cancellationToken))
        {
            return Done.Value;
        }

        var today = time.Today();
        var people = await db.ColleaguesAsync(school.Id, today, cancellationToken);
        if (!request.Members.All(m => people.Exists(p => p.Id == m.PersonId)))
        {
            return new NotFound();
        }

        var leads = user.Covers(Permission.LeadCollaboration, school.Path);
        if (!leads && request.Members.All(m => m.PersonId != user.Me))
        {
            return new NotInOwnGroup();
        }

        var iins = PlanLessonStudyValidator.Iins(request.OtherIins);
        var others = iins.Count == 0 ? [] : await db.OfDistrictAsync(iins, school, today, cancellationToken);
        if (iins.Find(iin => !others.ContainsKey(iin)) is { } unknown)
        {
            return new NotOfDistrict(unknown);
        }

        var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"lesson-study/{today.Year}"), cancellationToken);
        var study = LessonStudy.Plan(
            request.StudyId,
            string.Create(CultureInfo.InvariantCulture, $"LS-{today.Year}-{number:000000}"),
            school.Id,
            new LessonStudyPlan(
                request.Question.Lines(),
                request.Subject!.Trim(),
                request.ClassName!.Trim(),
                request.From!.Value,
                request.To!.Value,
                [.. request.Pupils.Select(p => p.Lines())],
                [.. request.Members, .. others.Values.Select(o => new StudySeat(o.PersonId, StudyRole.Observer))]),
            time.UtcNow());
        if (study.Error is { } refused)
        {
            return refused;
        }

        db.LessonStudies.Add(study.Value);
        return Done.Value;
    }
}

/// <summary>A teacher plans cycles in which they take part themselves.</summary>
public sealed record NotInOwnGroup() : Error("not_in_own_group", ErrorKind.Invalid)
{
    public override string Field => nameof(PlanLessonStudyCommand.Members);
}
