using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Rules;

public sealed class IndexModel : AppPage
{
    public EditionsView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetEditionsQuery(), view => View = view);
}

/// <summary>Words about when an edition is in force.</summary>
public static class EditionDays
{
    /// <summary>From and to, or that the source names no day.</summary>
    public static string InForce(this PageTexts texts, EditionRow row) => row switch
    {
        { Status: RuleSetStatus.Draft or RuleSetStatus.Discarded } => texts["rules.days.never"],
        { ValidFrom: { } from, ValidTo: { } to } => texts["rules.days.from_to", from, to],
        { ValidFrom: { } from } => texts["rules.days.from", from],
        { ValidTo: { } to } => texts["rules.days.to", to],
        _ => texts["rules.days.unknown"],
    };
}
