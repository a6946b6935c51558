using FluentValidation;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Tests;

/// <summary>What the form of a trial test sends, whether it is begun or written anew.</summary>
internal interface ITrialTestEntry
{
    /// <summary>What was written.</summary>
    TrialTestPlan Plan { get; }
}

internal abstract class TrialTestEntryValidator<TCommand> : AbstractValidator<TCommand>
    where TCommand : ITrialTestEntry
{
    protected TrialTestEntryValidator()
    {
        RuleFor(c => c.Plan.Title.Kk).NotEmpty().WithErrorCode("required").MaximumLength(TrialTest.TitleLength).WithErrorCode("too_long").OverridePropertyName("TitleKk");
        RuleFor(c => c.Plan.Title.Ru).NotEmpty().WithErrorCode("required").MaximumLength(TrialTest.TitleLength).WithErrorCode("too_long").OverridePropertyName("TitleRu");
        RuleFor(c => c.Plan.Title.En).MaximumLength(TrialTest.TitleLength).WithErrorCode("too_long").OverridePropertyName("TitleEn");
        RuleFor(c => c.Plan.OpensOn).NotEqual(default(DateOnly)).WithErrorCode("required").OverridePropertyName("OpensOn");
        RuleFor(c => c.Plan.ClosesOn).GreaterThanOrEqualTo(c => c.Plan.OpensOn).WithErrorCode("trial_days_reversed").OverridePropertyName("ClosesOn");
        RuleFor(c => c.Plan.Minutes).InclusiveBetween(TrialTest.LeastMinutes, TrialTest.MostMinutes).WithErrorCode("trial_minutes").OverridePropertyName("Minutes");
        RuleFor(c => c.Plan.Sections)
            .Must(s => s.Sum(x => x.Count) is >= 1 and <= TrialTest.MostItems && s.All(x => x.Count >= 1) && s.DistinctBy(x => (x.Section, x.Subject)).Count() == s.Count)
            .WithErrorCode("trial_sections")
            .OverridePropertyName("Sections");
    }
}
