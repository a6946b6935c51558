using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Development;

/// <summary>What a teacher types about an activity.</summary>
public record ActivityFields
{
    /// <summary>Kind.</summary>
    public DevelopmentKind? Kind { get; init; }

    /// <summary>What it was called.</summary>
    public string? Title { get; init; }

    /// <summary>Who held it.</summary>
    public string? Organiser { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Academic hours.</summary>
    public int? Hours { get; init; }

    /// <summary>Address of a page that shows it.</summary>
    public string? Link { get; init; }

    /// <summary>Number of a paper that shows it.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Mentoring: IIN of the other person.</summary>
    public string? OtherIin { get; init; }

    /// <summary>Mentoring: who of the pair the teacher was.</summary>
    public MentoringSide? Side { get; init; }

    /// <summary>Mentoring: what came of it.</summary>
    public string? Outcome { get; init; }
}

/// <summary>Nobody with this number is known here.</summary>
public sealed record PairNotKnown() : Error("pair_not_known", ErrorKind.Invalid)
{
    public override string Field => nameof(ActivityFields.OtherIin);
}

internal sealed class ActivityFieldsValidator : AbstractValidator<ActivityFields>
{
    // a teacher may record what happened before the first school year of the register
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    public ActivityFieldsValidator()
    {
        RuleFor(f => f.Kind).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(f => f.Title).NotEmpty().WithErrorCode("required").MaximumLength(ActivityFacts.TitleMaxLength).WithErrorCode("too_long");
        RuleFor(f => f.Organiser).NotEmpty().WithErrorCode("required").MaximumLength(ActivityFacts.TitleMaxLength).WithErrorCode("too_long");
        RuleFor(f => f.From).NotNull().WithErrorCode("required").GreaterThanOrEqualTo(Earliest).WithErrorCode("activity_too_early");
        RuleFor(f => f.To).NotNull().WithErrorCode("required");
        RuleFor(f => f.Hours).NotNull().WithErrorCode("required").InclusiveBetween(1, ActivityFacts.MostHours).WithErrorCode("activity_hours_out_of_range");
        RuleFor(f => f.Link)
            .MaximumLength(Evidence.LinkMaxLength).WithErrorCode("too_long")
            .Must(link => string.IsNullOrWhiteSpace(link) || Evidence.IsLink(link.Trim())).WithErrorCode("link_not_https");
        RuleFor(f => f.DocumentNumber).MaximumLength(Evidence.NumberMaxLength).WithErrorCode("too_long");
        When(f => f.Kind == DevelopmentKind.Mentoring, () =>
        {
            RuleFor(f => f.OtherIin).NotEmpty().WithErrorCode("required");
            RuleFor(f => f.Side).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
            RuleFor(f => f.Outcome).NotEmpty().WithErrorCode("required").MaximumLength(Pair.OutcomeMaxLength).WithErrorCode("too_long");
        });
    }
}

/// <summary>From what was typed to the facts.</summary>
internal static class ActivityFieldsReader
{
    /// <summary>The facts, with the person behind the number.</summary>
    public static async Task<Result<ActivityFacts>> FactsAsync(
        this IAppDbContext db, ActivityFields fields, EvidenceFile? file, CancellationToken cancellationToken)
    {
        Pair? pair = null;
        if (fields.Kind == DevelopmentKind.Mentoring)
        {
            var iin = Iin.Parse(fields.OtherIin!.Trim());
            if (iin.Error is { } wrong)
            {
                return new InvalidInput([new FieldFault(nameof(fields.OtherIin), wrong.Code, wrong.Args)]);
            }

            var other = await db.Persons.Where(p => p.Iin == iin.Value.Value).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken);
            if (other is null)
            {
                return new PairNotKnown();
            }

            pair = new Pair(other.Value, fields.Side!.Value, fields.Outcome!.ReplaceLineEndings("\n").Trim());
        }

        return new ActivityFacts(
            fields.Kind!.Value,
            fields.Title!.Trim(),
            fields.Organiser!.Trim(),
            fields.From!.Value,
            fields.To!.Value,
            fields.Hours!.Value,
            new Evidence(Typed(fields.Link), Typed(fields.DocumentNumber), file),
            pair);
    }

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
