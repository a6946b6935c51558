using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Certificates;

/// <summary>
/// A trainer adds what was observed after a course to its certificate. The evidence is a contact of the year of support that took
/// place and that the trainer was responsible for: of a lesson its signed observation, of an analysis of achievements the
/// figures of the learners where they show an effect.
/// </summary>
/// <param name="ContactId">The evidence.</param>
/// <param name="Kind">What it shows.</param>
/// <param name="Words">What was seen; public.</param>
[RequirePermission(Permission.RecordContacts)]
public sealed record EndorseCertificateCommand(Guid ContactId, EndorsementKind? Kind, string Words) : ICommand<Done>;

/// <summary>There is no certificate in force to add to.</summary>
public sealed record NothingToEndorse() : Error("endorsement_no_certificate", ErrorKind.Conflict);

internal sealed class EndorseCertificateValidator : AbstractValidator<EndorseCertificateCommand>
{
    public EndorseCertificateValidator()
    {
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(CertificateEndorsement.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class EndorseCertificateHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<EndorseCertificateCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndorseCertificateCommand request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var contact = await db.SupportContacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.ContactId && c.TrainerId == me, cancellationToken);
        if (contact is null)
        {
            return new NotFound();
        }

        var kind = request.Kind!.Value;
        if (contact.DoneAt is not { } done || !CertificateEndorsement.IsShownBy(kind, contact.Kind))
        {
            return new NotTheEvidence();
        }

        var lessonOn = contact.Kind == ContactKind.Observation
            ? await db.SupportLessons.Where(l => l.ContactId == contact.Id && l.Status != LessonStatus.Draft).Select(l => l.LessonOn).SingleOrDefaultAsync(cancellationToken)
            : Clock.DayOf(done);
        if (lessonOn is not { } seenOn)
        {
            return new NotTheEvidence();
        }

        if (await db.CertificateEndorsements.AnyAsync(e => e.ContactId == contact.Id && e.Kind == kind, cancellationToken))
        {
            return Done.Value;
        }

        LearnerFigures? figures = null;
        if (kind == EndorsementKind.EffectOnLearners)
        {
            figures = await db.LearnersOfAsync(contact.Id, cancellationToken);
            if (!figures.ShowEffect)
            {
                return new NoEffectShown();
            }
        }

        var certificate = await db.Certificates
            .Where(c => c.EnrolmentId == contact.EnrolmentId && c.Kind == CertificateKind.Course && c.Status == CertificateStatus.Valid)
            .Select(c => new { c.Id, c.SubjectId })
            .SingleOrDefaultAsync(cancellationToken);
        if (certificate is null)
        {
            return new NothingToEndorse();
        }

        db.CertificateEndorsements.Add(new CertificateEndorsement
        {
            CertificateId = certificate.Id,
            SubjectId = certificate.SubjectId,
            Kind = kind,
            ContactId = contact.Id,
            Evidence = contact.Kind,
            ObservedOn = seenOn,
            ObserverId = me,
            Figures = figures,
            Words = request.Words.ReplaceLineEndings("\n").Trim(),
            At = time.UtcNow(),
        });
        return Done.Value;
    }
}
