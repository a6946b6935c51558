using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>What the form of a study sends, whether it is entered or written anew.</summary>
internal interface IStudyEntry
{
    /// <summary>What was written.</summary>
    StudyContent Content { get; }
}

internal abstract class StudyEntryValidator<TCommand> : AbstractValidator<TCommand>
    where TCommand : IStudyEntry
{
    private const int MostProgrammes = 50;

    protected StudyEntryValidator()
    {
        RuleFor(c => c.Content.Kind).IsInEnum().WithErrorCode("required").OverridePropertyName("Kind");
        Title("TitleKk", t => t.Kk);
        Title("TitleRu", t => t.Ru);
        RuleFor(c => c.Content.Title.En).MaximumLength(Study.TitleLength).WithErrorCode("too_long").OverridePropertyName("TitleEn");
        RuleFor(c => c.Content.Title.En).NotEmpty().When(c => c.Content.HasEnglish).WithErrorCode("required").OverridePropertyName("TitleEn");
        RuleFor(c => c.Content.StartsOn).NotEqual(default(DateOnly)).WithErrorCode("required").OverridePropertyName("StartsOn");
        RuleFor(c => c.Content.EndsOn).GreaterThanOrEqualTo(c => c.Content.StartsOn).WithErrorCode("study_days_reversed").OverridePropertyName("EndsOn");
        RuleFor(c => c.Content.Methods).NotEqual(StudyMethods.None).WithErrorCode("required").OverridePropertyName("Methods");
        RuleFor(c => c.Content.Programmes).Must(p => p.Count <= MostProgrammes).WithErrorCode("too_many_lines").OverridePropertyName("Programmes");
        Protocol("Science", p => p.Science);
        Protocol("Indicators", p => p.Indicators);
        Protocol("Collection", p => p.Collection);
        Protocol("Analysts", p => p.Analysts);
        Protocol("Confidentiality", p => p.Confidentiality);
        Protocol("ResultAccess", p => p.ResultAccess);
    }

    private void Title(string name, Func<LocalizedText, string> of) =>
        RuleFor(c => of(c.Content.Title)).NotEmpty().WithErrorCode("required").MaximumLength(Study.TitleLength).WithErrorCode("too_long").OverridePropertyName(name);

    private void Protocol(string name, Func<StudyProtocol, string> of) =>
        RuleFor(c => of(c.Content.Protocol)).MaximumLength(Study.ProtocolLength).WithErrorCode("too_long").OverridePropertyName(name);
}

internal static class StudyEntries
{
    /// <summary>What was written, with those of the programmes only that exist.</summary>
    public static async Task<StudyContent> OfKnownProgrammesAsync(this IAppDbContext db, StudyContent content, CancellationToken cancellationToken)
    {
        var asked = content.Programmes.ToList();
        return content with { Programmes = await db.Programmes.Where(p => asked.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken) };
    }
}
