using TeacherCpd.Infrastructure.Demo;

namespace TeacherCpd.Benchmarks.Pages;

/// <summary>A page that is measured.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Who">Who looks at it; null: a visitor.</param>
/// <param name="Way">
/// The address to begin at, then for each step what the link begins with and ends with, for example
/// <c>/groups/*</c>: ids are those of the demo data.
/// </param>
internal sealed record PageOfThePath(string Name, DemoAccount? Who, params string[] Way)
{
    /// <summary>Every page on the way from the register of programmes to the year after a course.</summary>
    public static readonly IReadOnlyList<PageOfThePath> All =
    [
        new("First page", null, "/"),
        new("Sign in", null, "/sign-in"),
        new("Register", null, "/register"),
        new("Catalogue", null, "/catalogue"),
        new("Group", null, "/catalogue", "/groups/*"),
        new("Register of programmes", null, "/programmes"),
        new("Programme", null, "/programmes", "/programmes/*"),
        new("Today, teacher", DemoAccounts.Teacher, "/"),
        new("My courses", DemoAccounts.Teacher, "/my/courses"),
        new("My portfolio", DemoAccounts.Teacher, "/my/courses", "/my/portfolio/*"),
        new("My feedback, with rubric", DemoAccounts.Teacher, "/my/courses", "/my/portfolio/*", "/my/portfolio/*/feedback"),
        new("Originality report", DemoAccounts.Teacher, "/my/courses", "/my/portfolio/*", "/originality/checks/*"),
        new("My certificates", DemoAccounts.Teacher, "/my/certificates"),
        new("Certificate, PDF", DemoAccounts.Teacher, "/my/certificates", "/certificates/*.pdf"),
        new("Public check of a certificate", DemoAccounts.Teacher, "/my/certificates", "/verify/*"),
        new("My category", DemoAccounts.Teacher, "/my/category"),
        new("My support", DemoAccounts.Teacher, "/my/support"),
        new("My attestation case", DemoAccounts.SecondTeacher, "/my/category", "/my/cases/*"),
        new("Groups of a branch", DemoAccounts.Coordinator, "/groups/manage"),
        new("Group, coordinator", DemoAccounts.Coordinator, "/groups/manage", "/groups/manage/*-*"),
        new("Reminders", DemoAccounts.Coordinator, "/reminders"),
        new("Feedback due", DemoAccounts.Trainer, "/feedback"),
        new("Feedback on a rubric", DemoAccounts.Trainer, "/feedback", "/feedback/*"),
        new("Contacts of the year", DemoAccounts.Trainer, "/support"),
        new("Assessor's queue", DemoAccounts.Assessor, "/assessment"),
        new("Assessor's sheet", DemoAccounts.Assessor, "/assessment", "/assessment/*"),
        new("Cases of a secretary", DemoAccounts.Secretary, "/attestation/cases"),
        new("Case, secretary", DemoAccounts.Secretary, "/attestation/cases", "/attestation/cases/*"),
        new("Protocol", DemoAccounts.Secretary, "/attestation/cases?status=Decided", "/attestation/cases/*", "/attestation/protocols/*"),
        new("Cases to vote on", DemoAccounts.Commission[0], "/attestation/votes"),
        new("Case, member", DemoAccounts.Commission[0], "/attestation/votes", "/attestation/votes/*"),
        new("Today, administrator", DemoAccounts.Administrator, "/"),
        new("Audit", DemoAccounts.Administrator, "/audit"),
    ];
}
