using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>A record of the product that the person may take over as evidence.</summary>
/// <param name="Reference">Number of the record; null where it has none.</param>
public sealed record EvidenceProposal(
    EvidenceOrigin Origin, Guid OriginId, EvidenceKind Kind, LocalizedText Title, DateOnly On, string? Reference, EvidenceFile? File);

/// <summary>Finds what the product knows of a person and can show itself.</summary>
internal static class EvidenceProposals
{
    /// <summary>Records that are not taken over yet, the newest first.</summary>
    public static async Task<IReadOnlyList<EvidenceProposal>> ProposalsAsync(this IAppDbContext db, Guid personId, CancellationToken cancellationToken)
    {
        var taken = await db.EvidenceItems
            .Where(i => i.PersonId == personId && i.OriginId != null)
            .Select(i => i.OriginId!.Value)
            .ToListAsync(cancellationToken);
        var certificates = await db.Certificates
            .Where(c => c.PersonId == personId && c.Kind == CertificateKind.Course && c.Status == CertificateStatus.Valid)
            .Select(c => new { c.Id, c.ProgrammeTitle, c.IssuedOn, c.Serial })
            .ToListAsync(cancellationToken);
        var activities = await db.DevelopmentActivities.AsNoTracking()
            .Where(a => a.PersonId == personId && a.Status == ActivityStatus.Confirmed)
            .ToListAsync(cancellationToken);
        var sheets = await db.LessonObservations.AsNoTracking()
            .Where(o => o.TeacherId == personId && (o.Status == ObservationStatus.SignedOff || o.Status == ObservationStatus.Acknowledged))
            .ToListAsync(cancellationToken);
        var lessons = await (
            from lesson in db.SupportLessons
            join contact in db.SupportContacts on lesson.ContactId equals contact.Id
            where contact.PersonId == personId && lesson.Status != LessonStatus.Draft
            select new
            {
                lesson.ContactId,
                lesson.Subject,
                lesson.Class,
                On = lesson.LessonOn!.Value,
                Upper = lesson.Marks.Count(m => m.Level == LessonLevel.High || m.Level == LessonLevel.AboveAverage),
                Marked = lesson.Marks.Count(m => m.Level != null),
            }).ToListAsync(cancellationToken);
        var learners = await (
            from result in db.ClassResults.AsNoTracking()
            join contact in db.SupportContacts on result.ContactId equals contact.Id
            where contact.PersonId == personId
            select result).ToListAsync(cancellationToken);
        return
        [
            .. certificates.Select(c => new EvidenceProposal(EvidenceOrigin.Certificate, c.Id, EvidenceKind.Course, c.ProgrammeTitle, c.IssuedOn, c.Serial, null))
                .Concat(activities.Select(a => new EvidenceProposal(
                    EvidenceOrigin.Activity,
                    a.Id,
                    a.Kind == DevelopmentKind.Contest ? EvidenceKind.OwnContest : EvidenceKind.Other,
                    InAll(a.Title),
                    a.To,
                    a.DocumentNumber,
                    a.Evidence.File)))
                .Concat(sheets.Select(o => new EvidenceProposal(
                    EvidenceOrigin.Observation, o.Id, EvidenceKind.Observation, InAll($"{o.Subject}, {o.ClassName}"), o.On, null, null)))
                .Concat(lessons.Select(l => new EvidenceProposal(
                    EvidenceOrigin.SupportLesson, l.ContactId, EvidenceKind.Observation, Said("evidence.lesson", l.Subject, l.Class, l.Upper, l.Marked), l.On, null, null)))
                .Concat(learners.GroupBy(r => r.ContactId).Select(g => new EvidenceProposal(
                    EvidenceOrigin.LearnerResults, g.Key, EvidenceKind.PupilResults, TitleOf([.. g]), g.Max(r => r.AfterOn), null, null)))
                .Where(p => !taken.Contains(p.OriginId))
                .OrderByDescending(p => p.On)
                .ThenBy(p => p.OriginId),
        ];
    }

    private static LocalizedText TitleOf(List<ClassResults> classes)
    {
        var all = classes.Aggregate(LearnerFigures.None, (sum, c) => sum + c.Figures);
        return Said("evidence.learners", string.Join(", ", classes.Select(c => c.Class).Order(StringComparer.Ordinal)), all.GoodBefore, all.Before, all.GoodAfter, all.After);
    }

    private static LocalizedText Said(string key, params object?[] args) =>
        new(TextCatalogue.Get(Language.Kk, key, args), TextCatalogue.Get(Language.Ru, key, args), TextCatalogue.Get(Language.En, key, args));

    // people and schools write in one language
    private static LocalizedText InAll(string text) => new(text, text, text);
}
