using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Web.Pages.Attestation.Rules;

/// <summary>The JSON schema of an edition; nothing in it is secret.</summary>
public sealed class SchemaModel : PageModel
{
    public IActionResult OnGet() => Content(BundledRuleSets.Schema, "application/schema+json; charset=utf-8");
}
