using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Attestation.Observations;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Application.Attestation.Essays;

/// <summary>The candidate keeps what is written of the essay, and hands it in when it is done.</summary>
/// <param name="Topic">One of the topics of the year.</param>
/// <param name="Text">Text.</param>
/// <param name="HandsIn">Whether it is handed in: then its words have to be as many as the edition asks for.</param>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record KeepEssayCommand(Guid CaseId, string? Topic, string? Text, bool HandsIn) : ICommand<Done>;

/// <summary>The topic is none of those that the ministry set for the year.</summary>
public sealed record EssayTopicUnknown() : Error("essay_topic_unknown", ErrorKind.Invalid)
{
    public override string Field => nameof(KeepEssayCommand.Topic);
}

internal sealed class KeepEssayValidator : AbstractValidator<KeepEssayCommand>
{
    public KeepEssayValidator()
    {
        RuleFor(c => c.Topic).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Text).NotEmpty().WithErrorCode("required").MaximumLength(CaseEssay.TextMaxLength).WithErrorCode("too_long");
    }
}

internal sealed class KeepEssayHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<KeepEssayCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(KeepEssayCommand request, CancellationToken cancellationToken)
    {
        var own = await db.AttestationCases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CaseId && c.PersonId == user.Me, cancellationToken);
        if (own is null || await db.EssayRulesAsync(own, cancellationToken) is not { } rules)
        {
            return new NotFound();
        }

        if (!own.EvidenceIsOpen)
        {
            return new EvidenceFrozen();
        }

        if (!(await db.EssayTopicsAsync(own, cancellationToken)).Contains(request.Topic))
        {
            return new EssayTopicUnknown();
        }

        var text = request.Text.Typed();
        var essay = await db.CaseEssays.SingleOrDefaultAsync(e => e.CaseId == own.Id, cancellationToken);

        // the same essay sent twice is handed in once
        if (essay is not null && essay.HandedInAt is not null && request.HandsIn && essay.Topic == request.Topic && essay.Text == text)
        {
            return Done.Value;
        }

        if (essay is null)
        {
            essay = new CaseEssay { CaseId = own.Id };
            db.CaseEssays.Add(essay);
        }

        essay.Keep(request.Topic!, text);
        if (!request.HandsIn)
        {
            return Done.Value;
        }

        var fingerprints = PackedFingerprints.Pack(Fingerprints.OfDocument(PreparedText.From(text)));
        if (essay.HandIn(rules, fingerprints, time.UtcNow()) is { } refused)
        {
            return refused;
        }

        jobs.CheckEssay(essay.Id);
        return Done.Value;
    }
}
