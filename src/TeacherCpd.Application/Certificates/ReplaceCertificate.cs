using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>The facts of a certificate that can be corrected.</summary>
/// <param name="HolderName">Name of the holder.</param>
/// <param name="Hours">Academic hours; null where nothing is said of them.</param>
/// <param name="StartedOn">First day of the course; null for kinds without one.</param>
/// <param name="EndedOn">Last day of the course; null for kinds without one.</param>
/// <param name="ValidFrom">First day on which it holds; null for kinds without one.</param>
/// <param name="ValidUntil">Last day on which it holds; null where it has no end.</param>
/// <param name="Grounds">Decision it rests on; null for kinds without one.</param>
public sealed record CorrectedFacts(
    string HolderName, int? Hours, DateOnly? StartedOn, DateOnly? EndedOn, DateOnly? ValidFrom, DateOnly? ValidUntil, string? Grounds);

/// <summary>
/// Issues another certificate in the place of one: corrected, under the present name of the holder, or the same once more. The
/// old one stays, with a number and a state of its own.
/// </summary>
/// <param name="CertificateId">Certificate of somebody else, of a register that the user keeps.</param>
/// <param name="Reason">Why; only for wrong facts the facts below are taken, for a new name that of the person.</param>
/// <param name="Words">What lies behind it; for those who keep the register.</param>
/// <param name="Facts">The right facts.</param>
[RequirePermission(Permission.KeepCertificates)]
public sealed record ReplaceCertificateCommand(Guid CertificateId, CertificateReason? Reason, string Words, CorrectedFacts Facts) : ICommand<Guid>;

/// <summary>A last day is before its first.</summary>
public sealed record CertificateDaysReversed() : Error("certificate_days_reversed", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(CorrectedFacts.EndedOn);
}

/// <summary>Nothing was corrected: the new one would say the same.</summary>
public sealed record NothingCorrected() : Error("certificate_nothing_corrected", ErrorKind.Conflict);

internal sealed class ReplaceCertificateValidator : AbstractValidator<ReplaceCertificateCommand>
{
    private const int MostHours = 5000;
    private const int NameLength = 300;
    private const int GroundsLength = 200;

    public ReplaceCertificateValidator()
    {
        RuleFor(c => c.Reason).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(Certificate.WordsLength).WithErrorCode("too_long");
        RuleFor(c => c.Facts.HolderName).NotEmpty().WithErrorCode("required").MaximumLength(NameLength).WithErrorCode("too_long").OverridePropertyName("HolderName");
        RuleFor(c => c.Facts.Hours).InclusiveBetween(1, MostHours).WithErrorCode("out_of_range").OverridePropertyName("Hours");
        RuleFor(c => c.Facts.Grounds).MaximumLength(GroundsLength).WithErrorCode("too_long").OverridePropertyName("Grounds");
    }
}

internal sealed class ReplaceCertificateHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ReplaceCertificateCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ReplaceCertificateCommand request, CancellationToken cancellationToken)
    {
        var found = await db.CertificateToChangeAsync(user, request.CertificateId, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var old = found.Value;
        var now = time.UtcNow();
        if (old.Supersede(user.Me, request.Reason!.Value, request.Words.ReplaceLineEndings("\n").Trim(), now) is { } notNow)
        {
            return notNow;
        }

        var facts = await FactsAsync(old, request, cancellationToken);
        if (facts.EndedOn < facts.StartedOn || facts.ValidUntil < facts.ValidFrom)
        {
            return new CertificateDaysReversed();
        }

        if (request.Reason != CertificateReason.LostOrDamaged && facts == FactsOf(old))
        {
            return new NothingCorrected();
        }

        var today = Clock.DayOf(now);
        var next = new Certificate
        {
            Kind = old.Kind,
            Serial = await db.NextSerialAsync(old.Kind, today.Year, cancellationToken),
            VerificationCode = CertificateIssue.NewCode(),
            OrganisationId = old.OrganisationId,
            SubjectId = old.SubjectId,
            Edition = old.Edition + 1,
            ReplacesId = old.Id,
            EnrolmentId = old.EnrolmentId,
            PersonId = old.PersonId,
            ProgrammeVersionId = old.ProgrammeVersionId,
            HolderName = facts.HolderName,
            ProgrammeTitle = old.ProgrammeTitle,
            ProgrammeCode = old.ProgrammeCode,
            ProgrammeVersionNumber = old.ProgrammeVersionNumber,
            Hours = facts.Hours,
            StartedOn = facts.StartedOn,
            EndedOn = facts.EndedOn,
            ValidFrom = facts.ValidFrom,
            ValidUntil = facts.ValidUntil,
            Grounds = facts.Grounds,
            Appendix = old.Appendix,
            IssuedOn = old.IssuedOn,
            ReissuedOn = today,
            Issuer = old.Issuer,
            TemplateNumber = old.TemplateNumber,
            StatusNumber = await db.NextStatusNumberAsync(cancellationToken),
        };
        db.Certificates.Add(next);
        return next.Id;
    }

    private async Task<CorrectedFacts> FactsAsync(Certificate old, ReplaceCertificateCommand request, CancellationToken cancellationToken)
    {
        switch (request.Reason)
        {
            case CertificateReason.FactsWrong:
                // days and grounds are only where the kind has them
                var right = request.Facts;
                return new CorrectedFacts(
                    right.HolderName.Trim(),
                    old.Kind is CertificateKind.Course or CertificateKind.Attendance ? right.Hours : old.Hours,
                    old.StartedOn is null ? null : right.StartedOn ?? old.StartedOn,
                    old.EndedOn is null ? null : right.EndedOn ?? old.EndedOn,
                    old.ValidFrom is null ? null : right.ValidFrom ?? old.ValidFrom,
                    old.ValidFrom is null ? null : right.ValidUntil,
                    old.Grounds is null ? null : right.Grounds.OrNothing() ?? old.Grounds);
            case CertificateReason.NameChanged:
                var person = await db.Persons.SingleAsync(p => p.Id == old.PersonId, cancellationToken);
                return FactsOf(old) with { HolderName = person.FullName };
            default:
                return FactsOf(old);
        }
    }

    private static CorrectedFacts FactsOf(Certificate old) =>
        new(old.HolderName, old.Hours, old.StartedOn, old.EndedOn, old.ValidFrom, old.ValidUntil, old.Grounds);
}
