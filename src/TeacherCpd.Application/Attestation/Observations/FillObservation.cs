using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Observations;

/// <summary>An observer keeps what is filled in so far.</summary>
/// <param name="Levels">Levels in the order of the indicators; null where there is none yet.</param>
/// <param name="Recommendations">Recommendations.</param>
[RequirePermission(Permission.ObserveLessons)]
public sealed record FillObservationCommand(Guid SheetId, IReadOnlyList<int?> Levels, string? Recommendations) : ICommand<Done>;

internal sealed class FillObservationValidator : AbstractValidator<FillObservationCommand>
{
    public FillObservationValidator() =>
        RuleFor(c => c.Recommendations).MaximumLength(LessonObservation.WordsMaxLength).WithErrorCode("too_long");
}

internal sealed class FillObservationHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<FillObservationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FillObservationCommand request, CancellationToken cancellationToken)
    {
        var sheet = await db.LessonObservations.SingleOrDefaultAsync(o => o.Id == request.SheetId && o.ObserverId == user.Me, cancellationToken);
        if (sheet is null)
        {
            return new NotFound();
        }

        return sheet.Fill(request.Levels, request.Recommendations.Typed()) is { } refused ? refused : Done.Value;
    }
}

internal static class TypedWords
{
    /// <summary>Words as they are kept: lines end alike on every machine.</summary>
    public static string Typed(this string? words) => words?.ReplaceLineEndings("\n").Trim() ?? "";
}
