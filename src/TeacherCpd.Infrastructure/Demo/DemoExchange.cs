using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Exchange;
using TeacherCpd.Application.Exchange.Lti;
using TeacherCpd.Application.Exchange.Records;
using TeacherCpd.Application.Exchange.Webhooks;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>A file of the national education database that waits for a decision, and an export for it.</summary>
internal sealed class DemoExchange(AppDbContext db, DemoWorld world, IKeySeal seal, LtiPlatform platform)
{
    private const string Root = "kz/";
    private const int SentDaysAgo = 2;
    // the check digit of the first is right, that of the second is not
    private const string Newcomer = "910304400019";
    private const string Mistyped = "910304400018";
    private const int Known = 4;
    private const int TokenDays = 90;
    private const int OkStatus = 200;
    private const int AwayStatus = 503;
    private const int Milliseconds = 42;
    private const int CourseHours = 36;
    private const int Points = 86;
    private const int MostPoints = 100;

    private static readonly RegisterColumn[] Columns =
        [RegisterColumn.Iin, RegisterColumn.FullName, RegisterColumn.OrganisationCode, RegisterColumn.Organisation, RegisterColumn.Position];

    /// <summary>Adds them.</summary>
    public void Add()
    {
        var school = world.School;
        var here = world.Teachers.Where(t => t.School.Id == school.Id).Take(Known).ToList();
        var first = here[0].Person;
        List<RegisterLine> lines =
        [
            Line(0, first.Iin, first.FullName, "директордың орынбасары"),
            .. here.Skip(1).Select((t, i) => Line(i + 1, t.Person.Iin, t.Person.FullName, "мұғалім")),
            Line(here.Count, Newcomer, "Сәбитова Жанар Қайратқызы", "бастауыш сынып мұғалімі"),
            Line(here.Count + 1, Mistyped, "Қате Жазылған Нөмір", "мұғалім"),
        ];
        FoundRow[] findings =
        [
            new(0, RegisterFinding.OtherPosition, first.Id, school.Id, nameof(Position.Teacher)),
            new(lines.Count - 2, RegisterFinding.OnlyThere, null, school.Id),
            new(lines.Count - 1, RegisterFinding.Fault, null, school.Id, null, "iin_check_digit_wrong"),
        ];
        var import = new RegisterImport
        {
            Kind = RegisterKind.Staff,
            FileName = string.Create(CultureInfo.InvariantCulture, $"ubdq-{world.Today:yyyy-MM}.csv"),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.SelectMany(l => l.Cells))))),
            AsOf = world.Today.AddDays(-SentDaysAgo),
            PlaceId = world.Places[Root].Id,
            OwnerId = world.Of(DemoAccounts.Administrator).Id,
            CreatedAt = world.Ago(SentDaysAgo),
        };
        import.FinishReading(lines.Count, "", world.Ago(SentDaysAgo));
        import.FinishComparing(world.Ago(SentDaysAgo));
        var counts = findings.CountBy(f => f.Finding).ToDictionary(c => c.Key, c => c.Value);
        counts[RegisterFinding.Same] = lines.Count - findings.Length;
        var portion = new RegisterPortion { ImportId = import.Id, Number = 0, RowCount = lines.Count, Rows = Packed.Of(new RegisterRows(Columns, lines)) };
        portion.Compare(Packed.Of(findings), JsonSerializer.Serialize(counts));
        db.RegisterImports.Add(import);
        db.RegisterPortions.Add(portion);

        string[][] rows = [.. here.SelectMany(t => RegisterExportRows.Of(new PersonRecord(
            t.Person.Id, t.Person.Iin, t.Person.FamilyName, t.Person.GivenName, t.Person.Patronymic,
            [.. t.Person.Employments.Select(e => new WorkRecord(school.Id, school.Code, e.Position, e.From, e.To))], [], [], null)))];
        var export = new RegisterExport { PlaceId = world.Places[Root].Id, OwnerId = import.OwnerId, AskedAt = world.Ago(SentDaysAgo) };
        export.Finish(here.Count, rows.Length, world.Ago(SentDaysAgo));
        db.RegisterExports.Add(export);
        db.RegisterExportPortions.Add(new RegisterExportPortion
        {
            ExportId = export.Id,
            Number = 0,
            LastPersonId = here.Max(t => t.Person.Id),
            People = here.Count,
            RowCount = rows.Length,
            Rows = Packed.Of(rows),
            Prints = [],
        });

        AddPrograms(import.Id);
        AddOutsideCourses();

        // below the headings
        RegisterLine Line(int at, string iin, string name, string position) => new(at + 2, [iin, name, school.Code, school.Name.Kk, position]);
    }

    private void AddOutsideCourses()
    {
        db.LtiKeys.Add(platform.Make(world.Ago(SentDaysAgo)));
        var tool = new LtiTool
        {
            Name = "Online Mektep",
            LoginUrl = "https://tool.example/login",
            LaunchUrl = "https://tool.example/launch",
            KeySetUrl = "https://tool.example/keys",
            IsToldNames = false,
        };
        db.LtiTools.Add(tool);
        var course = new LtiCourse
        {
            ToolId = tool.Id,
            Title = new LocalizedText("Сыныпта цифрлық құралдарды қолдану", "Цифровые инструменты на уроке", "Digital tools in class"),
            TargetUrl = "https://tool.example/courses/1",
            Hours = CourseHours,
        };
        db.LtiCourses.Add(course);
        var teacher = world.Of(DemoAccounts.Teacher).Id;
        db.LtiLaunches.Add(new LtiLaunch { CourseId = course.Id, PersonId = teacher, At = world.Ago(SentDaysAgo), UsedAt = world.Ago(SentDaysAgo) });
        var score = new LtiScore { CourseId = course.Id, PersonId = teacher };
        score.Take(Points, MostPoints, LtiProgress.Completed, LtiGrading.FullyGraded, "", world.Ago(SentDaysAgo));
        db.LtiScores.Add(score);
    }

    // a token of the administrator and one of a teacher, and an address that was told of the import
    private void AddPrograms(Guid importId)
    {
        var (administrator, teacher) = (world.Of(DemoAccounts.Administrator).Id, world.Of(DemoAccounts.Teacher).Id);
        db.ApiTokens.Add(ApiToken.Make(Guid.CreateVersion7(), administrator, "ҰБДҚ", [ApiScope.ReadRegister, ApiScope.WriteRegister], world.Ago(SentDaysAgo), world.Today, TokenDays).Token);
        db.ApiTokens.Add(ApiToken.Make(Guid.CreateVersion7(), teacher, "Күнделік", [ApiScope.OwnRecord], world.Ago(SentDaysAgo), world.Today, TokenDays).Token);
        var webhook = new Webhook
        {
            OwnerId = administrator,
            PlaceId = world.Places[Root].Id,
            Url = "https://bilim.example/teachercpd",
            EventNames = string.Join(',', WebhookEvents.All),
            ProtectedKey = seal.Seal(IKeySeal.Webhook, RandomNumberGenerator.GetBytes(WebhookMessage.KeyBytes)),
            CreatedAt = world.Ago(SentDaysAgo),
        };
        webhook.Move(WebhookStatus.Active);
        db.Webhooks.Add(webhook);
        var taken = Told(WebhookEvent.Ping, webhook.Id);
        taken.Deliver(world.Ago(SentDaysAgo));
        Tried(taken, WebhookFault.None, OkStatus);
        var missed = Told(WebhookEvent.ImportCompared, importId);
        missed.Miss(world.Ago(SentDaysAgo));
        missed.GiveUp(world.Ago(SentDaysAgo));
        Tried(missed, WebhookFault.Refused, AwayStatus);

        WebhookDelivery Told(WebhookEvent happened, Guid recordId)
        {
            var at = world.Ago(SentDaysAgo);
            var delivery = new WebhookDelivery { WebhookId = webhook.Id, Event = happened, RecordId = recordId, At = at, NextAt = at };
            delivery.Take(at);
            db.WebhookDeliveries.Add(delivery);
            return delivery;
        }

        void Tried(WebhookDelivery delivery, WebhookFault fault, int status) => db.WebhookTries.Add(new WebhookTry
        {
            DeliveryId = delivery.Id,
            At = delivery.At,
            Status = status,
            Fault = fault,
            Milliseconds = Milliseconds,
            ContentType = "application/json",
        });
    }
}
