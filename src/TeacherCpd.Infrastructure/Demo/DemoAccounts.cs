using System.Globalization;
using System.Text;
using TeacherCpd.Domain.Accounts;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>A made-up person whom everybody may sign in as.</summary>
/// <param name="Role">Role.</param>
/// <param name="Title">What the person is there for.</param>
/// <param name="Iin">National number; the check digit is right.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="Patronymic">Patronymic.</param>
public sealed record DemoAccount(Role Role, string Title, string Iin, string FamilyName, string GivenName, string Patronymic);

/// <summary>The accounts of the demo data. Their password is known to everybody: never for a system that people work with.</summary>
public static class DemoAccounts
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "ustaz-demo-2026";

    /// <summary>Is half way through a course, holds a certificate and a category.</summary>
    public static readonly DemoAccount Teacher = new(Role.Teacher, "teacher", "850101400011", "Әбенова", "Гүлмира", "Серікқызы");

    /// <summary>Has an attestation case under review.</summary>
    public static readonly DemoAccount SecondTeacher = new(Role.Teacher, "second teacher", "900202400022", "Ковалёва", "Ирина", "Викторовна");

    /// <summary>Runs the groups of the Kostanay branch.</summary>
    public static readonly DemoAccount Coordinator = new(Role.Coordinator, "coordinator", "800303300034", "Жүнісов", "Ерлан", "Маратұлы");

    /// <summary>Trains groups and supports people after the course.</summary>
    public static readonly DemoAccount Trainer = new(Role.Trainer, "trainer", "780404400043", "Тілеубаева", "Сәуле", "Қайратқызы");

    /// <summary>Grades portfolios.</summary>
    public static readonly DemoAccount Assessor = new(Role.Assessor, "assessor", "750505400057", "Ыбырайым", "Дана", "Асқарқызы");

    /// <summary>Prepares the cases of the Sarykol commission.</summary>
    public static readonly DemoAccount Secretary = new(Role.CommissionSecretary, "commission secretary", "820606400061", "Мельник", "Ольга", "Петровна");

    /// <summary>Runs the system.</summary>
    public static readonly DemoAccount Administrator = new(Role.Administrator, "administrator", "840808300146", "Оспанов", "Нұржан", "Болатұлы");

    /// <summary>Writes programmes of the centre.</summary>
    public static readonly DemoAccount Developer = new(Role.ProgrammeDeveloper, "programme developer", "830909400101", "Төлегенова", "Әсел", "Мұратқызы");

    /// <summary>Sends the teachers of the first teacher's school to courses.</summary>
    public static readonly DemoAccount SchoolCoordinator = new(Role.SchoolCoordinator, "school coordinator", "831010300109", "Құрманов", "Берік", "Әлиұлы");

    /// <summary>Decides for the education department of the Kostanay region.</summary>
    public static readonly DemoAccount RegionalOfficer = new(Role.EducationOfficer, "regional officer", "811111400100", "Шевченко", "Марина", "Андреевна");

    /// <summary>Plans quotas and records papers for the ministry.</summary>
    public static readonly DemoAccount MinistryOfficer = new(Role.EducationOfficer, "ministry officer", "791212300107", "Исқақов", "Қанат", "Ержанұлы");

    /// <summary>Looks at graded portfolios again and releases results.</summary>
    public static readonly DemoAccount Moderator = new(Role.Moderator, "moderator", "760303400127", "Сейдахметова", "Гүлжан", "Тұрсынқызы");

    /// <summary>Vote in the Sarykol commission; the first of them is its chair.</summary>
    public static readonly IReadOnlyList<DemoAccount> Commission =
    [
        new(Role.CommissionMember, "commission chair", "700701300077", "Сәтбаев", "Амангелді", "Жомартұлы"),
        new(Role.CommissionMember, "commission member", "700702400089", "Қасымова", "Шолпан", "Бекетқызы"),
        new(Role.CommissionMember, "commission member", "700703300098", "Дьяченко", "Сергей", "Николаевич"),
        new(Role.CommissionMember, "commission member", "700704400109", "Ізтілеуова", "Раушан", "Нұрланқызы"),
        new(Role.CommissionMember, "commission member", "700705300118", "Өмірзақ", "Талғат", "Серікұлы"),
        new(Role.CommissionMember, "commission member", "700706400129", "Бондаренко", "Наталья", "Игоревна"),
        new(Role.CommissionMember, "commission member", "700707300139", "Ұзақбаев", "Дәурен", "Ғалымұлы"),
    ];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<DemoAccount> All =
        [Teacher, SecondTeacher, Coordinator, Trainer, Assessor, Secretary, .. Commission, Administrator, Developer, SchoolCoordinator, RegionalOfficer, MinistryOfficer, Moderator];

    /// <summary>A table to print: what for, name, number; the password once.</summary>
    public static string Words()
    {
        var words = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"Demo accounts, password {Password}:");
        foreach (var account in All)
        {
            words.AppendLine(CultureInfo.InvariantCulture, $"  {account.Iin}  {account.Title,-21} {account.FamilyName} {account.GivenName}");
        }

        return words.ToString().TrimEnd();
    }
}
