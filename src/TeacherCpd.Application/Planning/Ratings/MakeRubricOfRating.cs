using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Ratings;

/// <summary>Makes a version of the rubric of a rating. It is frozen: another year with other blocks gets another version.</summary>
/// <param name="RubricId">Id that the form carries: sending it twice makes one.</param>
/// <param name="Blocks">A block a line; its criteria may follow a colon, apart by semicolons.</param>
/// <param name="Bands">A band of size a line: "300-600", "-150", "1200-". They are kept as they are printed, also where they overlap.</param>
[RequirePermission(Permission.ManageRatings)]
public sealed record MakeRubricOfRatingCommand(Guid RubricId, Guid OrganisationId, string? Title, string? Kind, int? FromYear, string? Blocks, string? Bands) : ICommand<Done>;

/// <summary>A line of the bands is none.</summary>
/// <param name="Line">The line.</param>
public sealed record BandWrong(string Line) : Error("band_wrong", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Line];

    /// <inheritdoc/>
    public override string Field => nameof(MakeRubricOfRatingCommand.Bands);
}

internal sealed class MakeRubricOfRatingValidator : AbstractValidator<MakeRubricOfRatingCommand>
{
    public MakeRubricOfRatingValidator()
    {
        RuleFor(c => c.Title).NotEmpty().WithErrorCode("required").MaximumLength(RatingRubric.NameLength).WithErrorCode("too_long");
        RuleFor(c => c.Kind).NotEmpty().WithErrorCode("required").MaximumLength(RatingRubric.NameLength).WithErrorCode("too_long");
        RuleFor(c => c.FromYear).NotNull().WithErrorCode("required").InclusiveBetween(PlanYear.Earliest, PlanYear.Latest).WithErrorCode("out_of_range");
        RuleFor(c => c.Blocks).NotEmpty().WithErrorCode("required").MaximumLength(RatingRubric.CriteriaLength).WithErrorCode("too_long")
            .Must(b => b.Lines().Split('\n').All(l => l.Split(':')[0].Length <= RatingRubric.NameLength)).WithErrorCode("too_long");
        RuleFor(c => c.Bands).MaximumLength(RatingRubric.NameLength).WithErrorCode("too_long")
            .Must(b => b.Lines().Split('\n').Length <= RatingRubric.MostBands).WithErrorCode("too_long");
    }
}

internal sealed class MakeRubricOfRatingHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<MakeRubricOfRatingCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(MakeRubricOfRatingCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfPlanAsync(request.RubricId, cancellationToken);
        if (await db.OrganisationInReachAsync(user, Permission.ManageRatings, request.OrganisationId, cancellationToken) is not { } organisation)
        {
            return new NotFound();
        }

        if (await db.RatingRubrics.AnyAsync(r => r.Id == request.RubricId, cancellationToken))
        {
            return Done.Value;
        }

        var bands = new List<SizeBand>();
        foreach (var line in Lines(request.Bands))
        {
            if (BandOf(line) is not { } band)
            {
                return new BandWrong(line);
            }

            bands.Add(band);
        }

        var blocks = Lines(request.Blocks).Select(l => l.Split(':', 2, StringSplitOptions.TrimEntries)).Select(p => (p[0], p.Length > 1 ? p[1].Replace(';', '\n') : "")).ToList();
        var rubric = RatingRubric.Make(request.RubricId, organisation.Id, request.Title!.Trim(), request.Kind!.Trim(), request.FromYear!.Value, blocks, bands, time.UtcNow());
        if (rubric.Error is { } refused)
        {
            return refused;
        }

        db.RatingRubrics.Add(rubric.Value);
        return Done.Value;
    }

    private static string[] Lines(string? text) => text.Lines().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static SizeBand? BandOf(string line)
    {
        var parts = line.Replace('–', '-').Replace('—', '-').Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Limit(parts[0], out var from) && Limit(parts[1], out var to) && (from ?? 0) <= (to ?? int.MaxValue) && (from ?? to) is not null
            ? new SizeBand(from, to)
            : null;
    }

    private static bool Limit(string text, out int? limit)
    {
        limit = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text.Length == 0 || limit is not null;
    }
}
