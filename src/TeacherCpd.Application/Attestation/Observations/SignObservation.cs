using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Observations;

/// <summary>An observer fills in the rest and signs. Where the teacher has a case under way, the sheet becomes a link of its chain.</summary>
/// <param name="Levels">Levels in the order of the indicators.</param>
/// <param name="Recommendations">Recommendations.</param>
[RequirePermission(Permission.ObserveLessons)]
public sealed record SignObservationCommand(Guid SheetId, IReadOnlyList<int?> Levels, string? Recommendations) : ICommand<Done>;

internal sealed class SignObservationValidator : AbstractValidator<SignObservationCommand>
{
    public SignObservationValidator() =>
        RuleFor(c => c.Recommendations).MaximumLength(LessonObservation.WordsMaxLength).WithErrorCode("too_long");
}

internal sealed class SignObservationHandler(IAppDbContext db, CurrentUser user, CaseChain chain, TimeProvider time) : IRequestHandler<SignObservationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SignObservationCommand request, CancellationToken cancellationToken)
    {
        var sheet = await db.LessonObservations.SingleOrDefaultAsync(o => o.Id == request.SheetId && o.ObserverId == user.Me, cancellationToken);
        if (sheet is null)
        {
            return new NotFound();
        }

        // sent twice, signed once
        if (sheet.Status is ObservationStatus.SignedOff or ObservationStatus.Acknowledged)
        {
            return Done.Value;
        }

        var now = time.UtcNow();
        if ((sheet.Fill(request.Levels, request.Recommendations.Typed()) ?? sheet.Sign(now)) is { } refused)
        {
            return refused;
        }

        var underWay = await db.AttestationCases.AsNoTracking()
            .Where(c => c.PersonId == sheet.TeacherId
                && (c.Status == AttestationCaseStatus.Open || c.Status == AttestationCaseStatus.Submitted
                    || c.Status == AttestationCaseStatus.UnderReview || c.Status == AttestationCaseStatus.Voting))
            .OrderBy(c => c.OpenedAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (underWay is not null)
        {
            await chain.AppendAsync(
                underWay,
                ChainKind.Observation,
                sheet.Id,
                now,
                new JsonObject
                {
                    ["observerId"] = sheet.ObserverId.ToString(),
                    ["part"] = sheet.Part.ToString(),
                    ["variant"] = sheet.Variant.ToString(),
                    ["on"] = sheet.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    ["lesson"] = sheet.LessonNumber,
                    ["levels"] = sheet.Levels,
                    ["points"] = sheet.Points,
                    ["sha256"] = sheet.Sha256,
                },
                cancellationToken);
        }

        return Done.Value;
    }
}
