using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Attestation.OwnEvidence;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Observations;

/// <summary>A sheet: for its observer always, for others once it is signed.</summary>
[SignedIn]
public sealed record GetObservationQuery(Guid SheetId) : IQuery<ObservationView>;

/// <summary>A sheet.</summary>
/// <param name="Form">Text of the sheet by the edition it was begun with.</param>
/// <param name="Levels">Levels in the order of the indicators.</param>
/// <param name="MayFill">Whether the user may fill it in now.</param>
/// <param name="MayAcknowledge">Whether the user is the teacher, who has not answered yet.</param>
public sealed record ObservationView(
    Guid Id,
    string Teacher,
    string Observer,
    ObserverPart Part,
    ObservedLesson Lesson,
    ObservationForm Form,
    int Maximum,
    IReadOnlyList<int?> Levels,
    int Points,
    string Recommendations,
    ObservationStatus Status,
    DateTime? SignedAt,
    string? Sha256,
    DateTime? AcknowledgedAt,
    string Answer,
    bool MayFill,
    bool MayAcknowledge);

internal sealed class GetObservationHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetObservationQuery, Result<ObservationView>>
{
    public async Task<Result<ObservationView>> Handle(GetObservationQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var sheet = await db.LessonObservations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.SheetId, cancellationToken);
        if (sheet is null || !(sheet.ObserverId == me || await IsShownAsync(sheet, cancellationToken)))
        {
            return new NotFound();
        }

        var json = await db.RuleSets.Where(r => r.Id == sheet.RuleSetId).Select(r => r.Json).SingleAsync(cancellationToken);
        var rules = RuleBook.Read(json).Observation!;
        var names = await db.Persons
            .Where(p => p.Id == sheet.TeacherId || p.Id == sheet.ObserverId)
            .Select(p => new { p.Id, Name = p.FamilyName + " " + p.GivenName })
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return new ObservationView(
            sheet.Id,
            names[sheet.TeacherId],
            names[sheet.ObserverId],
            sheet.Part,
            new ObservedLesson(sheet.On, sheet.LessonNumber, sheet.Subject, sheet.ClassName, sheet.Topic),
            rules.Form(sheet.Variant)!,
            rules.Maximum,
            ObservationLevels.Parse(sheet.Levels).All,
            sheet.Points,
            sheet.Recommendations,
            sheet.Status,
            sheet.SignedAt,
            sheet.Sha256,
            sheet.AcknowledgedAt,
            sheet.Answer,
            sheet.ObserverId == me && sheet.Status == ObservationStatus.Draft,
            sheet.TeacherId == me && sheet.Status == ObservationStatus.SignedOff);
    }

    // a draft is the observer's alone; what is signed is for the teacher and for those who decide about the teacher's case
    private async Task<bool> IsShownAsync(LessonObservation sheet, CancellationToken cancellationToken) =>
        sheet.Status is ObservationStatus.SignedOff or ObservationStatus.Acknowledged
        && (sheet.TeacherId == user.Me
            || await db.AttestationCases.WithEvidenceFor(db, user).AnyAsync(c => c.PersonId == sheet.TeacherId, cancellationToken));
}
