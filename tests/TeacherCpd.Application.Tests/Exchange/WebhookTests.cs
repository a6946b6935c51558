using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Exchange.Api;
using TeacherCpd.Application.Exchange.Webhooks;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Infrastructure.Jobs;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Exchange;

/// <summary>Other systems are told of changes; what they get is checked by a library that is not ours.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private TestApp app = null!;
    private World world = null!;
    private WebhookReceiver receiver = null!;
    private Person administrator = null!;
    private Person coordinator = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(new Dictionary<string, string?> { ["Exchange:AllowPrivateReceivers"] = "true" }, services => services.AddScoped<ItemJobs>());
        // messages carry the moment at which they are sent, and the receiver looks at it
        app.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        world = await app.Data.WorldAsync();
        receiver = await WebhookReceiver.StartAsync(app.Folder);
        administrator = await app.Data.PersonAsync(Role.Administrator);
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
    }

    public async ValueTask DisposeAsync()
    {
        await receiver.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_receiver_that_proved_itself_is_told_of_a_certificate_and_of_its_revocation()
    {
        var id = await ActiveAsync(WebhookEvent.CertificateIssued, WebhookEvent.CertificateChanged);

        var certificate = await IssuedAsync();
        await SendAsync();
        await app.SendAs(coordinator, new RevokeCertificateCommand(certificate.Id, CertificateReason.IssuedInError, "№ 12 бұйрық"));
        await SendAsync();

        Assert.Equal(
            [("ping", "good", id), ("certificate.issued", "good", certificate.Id), ("certificate.changed", "good", certificate.Id)],
            receiver.Received().Select(m => (m.Type, m.Verdict, m.RecordId)));
        Assert.All(await DeliveriesAsync(), d => Assert.Equal(WebhookDeliveryStatus.Delivered, d.Status));
    }

    [Fact]
    public async Task What_was_rolled_back_is_not_told()
    {
        await ActiveAsync(WebhookEvent.CertificateChanged);
        var certificate = await IssuedAsync();

        Assert.NotNull((await app.SendAs(administrator, new RevokeCertificateCommand(certificate.Id, CertificateReason.IssuedInError, "№ 12"))).Error);

        Assert.Single(await DeliveriesAsync());
    }

    [Fact]
    public async Task A_receiver_that_answers_the_test_with_rubbish_is_told_nothing()
    {
        await receiver.BeAsync("rubbish");
        var id = await RegisterAsync(WebhookEvent.CertificateChanged);

        await RevokedAsync();
        await SendAsync();

        Assert.Equal(WebhookStatus.Unproven, (await ViewAsync(id)).Status);
        Assert.Equal(WebhookFault.NotProven, Assert.Single(Assert.Single((await ViewAsync(id)).Deliveries.Items).Tries).Fault);

        await receiver.BeAsync("good");
        Assert.True((await app.SendAs(administrator, new AskReceiverCommand(id))).IsOk);
        await SendAsync();
        Assert.Equal(WebhookStatus.Active, (await ViewAsync(id)).Status);
    }

    [Theory]
    [InlineData("away", WebhookFault.Refused, 503)]
    [InlineData("silent", WebhookFault.NoConnection, null)]
    [InlineData("elsewhere", WebhookFault.Refused, 302)]
    public async Task A_receiver_that_takes_nothing_is_tried_again(string mode, WebhookFault fault, int? status)
    {
        var id = await ActiveAsync(WebhookEvent.CertificateChanged);
        await receiver.BeAsync(mode);
        await RevokedAsync();
        await SendAsync();

        var message = await ToldAsync();
        Assert.Equal((WebhookDeliveryStatus.Waiting, fault, status), (message.Status, message.Tries[0].Fault, message.Tries[0].Status));
        Assert.DoesNotContain(receiver.Received(), m => m.Type == "other");

        await receiver.BeAsync("good");
        await SendAsync();
        Assert.Equal(WebhookDeliveryStatus.Waiting, (await ToldAsync()).Status);
        app.Time.Advance(Webhook.WaitAfter(1));
        await SendAsync();

        Assert.Equal(WebhookDeliveryStatus.Delivered, (await ToldAsync()).Status);
        Assert.Null((await ViewAsync(id)).FailingSince);

        async Task<DeliveryRow> ToldAsync() => Assert.Single((await ViewAsync(id)).Deliveries.Items, d => d.Event == WebhookEvent.CertificateChanged);
    }

    [Fact]
    public async Task Two_days_away_lose_nothing_and_cost_few_tries()
    {
        var id = await ActiveAsync(WebhookEvent.CertificateChanged);
        await receiver.BeAsync("away");
        for (var i = 0; i < 5; i++)
        {
            await RevokedAsync();
        }

        for (var away = TimeSpan.Zero; away < TimeSpan.FromDays(2); away += TimeSpan.FromHours(1))
        {
            await SendAsync();
            app.Time.Advance(TimeSpan.FromHours(1));
        }

        var asked = receiver.Received().Count;
        Assert.InRange(asked, 5, 40);
        await receiver.BeAsync("good");
        app.Time.Advance(TimeSpan.FromHours(6));
        await SendAsync();

        Assert.Equal(6, (await ViewAsync(id)).Counts[WebhookDeliveryStatus.Delivered]);
        var told = receiver.Received().Skip(asked).ToList();
        Assert.Equal(5, told.Select(m => m.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_week_away_pauses_and_what_was_given_up_is_sent_again_by_a_person()
    {
        var id = await ActiveAsync(WebhookEvent.CertificateChanged);
        await receiver.BeAsync("away");
        await RevokedAsync();
        for (var away = TimeSpan.Zero; away < TimeSpan.FromDays(8); away += TimeSpan.FromHours(6))
        {
            await SendAsync();
            app.Time.Advance(TimeSpan.FromHours(6));
        }

        Assert.Equal(1, (await ViewAsync(id)).Counts[WebhookDeliveryStatus.Failed]);

        // a message was given up before the week was over, so others had to fail for it
        await RevokedAsync();
        await SendAsync();
        Assert.Equal(WebhookStatus.Paused, (await ViewAsync(id)).Status);
        Assert.Equal("webhook_not_active", (await app.SendAs(administrator, new ReplayDeliveryCommand(id, null))).Error!.Code);

        await receiver.BeAsync("good");
        await app.SendAs(administrator, new AskReceiverCommand(id));
        await SendAsync();
        Assert.Equal(1, (await app.SendAs(administrator, new ReplayDeliveryCommand(id, null))).Value);
        await SendAsync();

        Assert.DoesNotContain(WebhookDeliveryStatus.Failed, (await ViewAsync(id)).Counts.Keys);
        Assert.Equal(receiver.Received().First(m => m.Type == "certificate.changed").Id, receiver.Received()[^1].Id);
    }

    [Fact]
    public async Task A_dismissed_owner_is_told_nothing_more()
    {
        var id = await ActiveAsync(WebhookEvent.CertificateChanged);
        var other = await app.Data.PersonAsync(Role.Administrator);
        await RevokedAsync();
        await app.UseAsync(async services =>
        {
            var db = services.GetRequiredService<Infrastructure.Persistence.AppDbContext>();
            var person = await db.Persons.Include(p => p.Roles).SingleAsync(p => p.Id == administrator.Id);
            person.Loses(person.Roles.Single());
            await services.GetRequiredService<Application.Audit.AuditTrail>().SaveAsync("Test", CancellationToken.None);
        });

        await SendAsync();

        Assert.Single(receiver.Received());
        Assert.Equal(WebhookStatus.Paused, (await app.SendAs(other, new GetWebhookQuery(id, null, 1))).Value.Status);
    }

    [Fact]
    public async Task One_message_has_one_sender_and_one_whose_sender_is_gone_waits_again()
    {
        var id = await ActiveAsync(WebhookEvent.CertificateChanged);
        await RevokedAsync();
        var due = Assert.Single((await app.SendAsSystem(new GetDueDeliveriesQuery())).Value);

        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.SendAsSystem(new ClaimDeliveryCommand(due))));
        Assert.Single(claims, c => c.Value is not null);
        await SendAsync();
        Assert.Single(receiver.Received());

        app.Time.Advance(WebhookDelivery.SentWithin + TimeSpan.FromMinutes(1));
        await SendAsync();
        Assert.Equal(2, receiver.Received().Count);
        Assert.Equal(2, (await ViewAsync(id)).Counts[WebhookDeliveryStatus.Delivered]);
    }

    [Fact]
    public async Task Who_may_not_exchange_a_place_registers_nothing_for_it_and_sees_none()
    {
        var id = await ActiveAsync(WebhookEvent.CertificateChanged);
        var regional = await app.Data.PersonAsync(Role.Administrator, w => w.OtherRegion);

        Assert.Equal(ErrorKind.NotFound, (await app.SendAs(regional, Registration(WebhookEvent.CertificateIssued))).Error!.Kind);
        Assert.Equal(ErrorKind.NotFound, (await app.SendAs(regional, new GetWebhookQuery(id, null, 1))).Error!.Kind);
        Assert.Equal(ErrorKind.NotFound, (await app.SendAs(regional, new EndWebhookCommand(id))).Error!.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await app.SendAs(coordinator, new GetWebhooksQuery())).Error!.Kind);
        Assert.Empty((await app.SendAs(regional, new GetWebhooksQuery())).Value.Webhooks);
    }

    [Fact]
    public async Task Its_key_is_neither_in_the_audit_nor_readable_in_the_database()
    {
        var key = (await app.SendAs(administrator, Registration(WebhookEvent.CertificateIssued))).Value.Key;

        var stored = await app.LookAsync(db => db.Webhooks.Select(w => w.ProtectedKey).SingleAsync());
        var audited = await app.LookAsync(db => db.AuditProcesses.SelectMany(p => p.Events).Select(e => e.Values).ToListAsync());
        Assert.DoesNotContain(key["whsec_".Length..], stored, StringComparison.Ordinal);
        Assert.DoesNotContain(audited, values => values.Contains(stored, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Old_messages_go_with_their_tries()
    {
        await ActiveAsync(WebhookEvent.CertificateChanged);
        app.Time.Advance(WebhookDelivery.KeptFor + TimeSpan.FromDays(1));

        await app.SendAsSystem(new DropOldRepliesCommand());

        Assert.Empty(await DeliveriesAsync());
        Assert.Equal(0, await app.LookAsync(db => db.WebhookTries.CountAsync()));
    }

    [Theory]
    [InlineData("http://bilim.example/told")]
    [InlineData("ftp://bilim.example/told")]
    [InlineData("https://user:word@bilim.example/told")]
    [InlineData("bilim.example")]
    [InlineData("")]
    public async Task An_address_that_is_not_open_or_not_safe_is_refused(string url)
    {
        await using var strict = await TestApp.StartAsync();
        var place = (await strict.Data.WorldAsync()).Region.Id;
        var person = await strict.Data.PersonAsync(Role.Administrator);

        var answer = await strict.SendAs(person, new RegisterWebhookCommand(Guid.CreateVersion7(), url, place, [WebhookEvent.CertificateIssued]));

        Assert.Equal(ErrorKind.Invalid, answer.Error!.Kind);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2a00:1450:4001::1", true)]
    public void Addresses_inside_a_network_are_told_from_those_outside(string address, bool isOutside) =>
        Assert.Equal(isOutside, WebhookRules.IsOutside(IPAddress.Parse(address)));

    [Fact]
    public async Task The_server_is_not_led_to_its_own_network()
    {
        await using var strict = await TestApp.StartAsync();
        var answer = new WebhookAnswer(WebhookFault.None, null, "", 0);
        await strict.UseAsync(async services => answer = await services.GetRequiredService<IWebhookSender>()
            .SendAsync(new ClaimedDelivery(receiver.Url, "{}", new Dictionary<string, string>(), null), CancellationToken.None));

        Assert.Equal((WebhookFault.PrivateAddress, (int?)null), (answer.Fault, answer.Status));
        Assert.Empty(receiver.Received());
    }

    private RegisterWebhookCommand Registration(params WebhookEvent[] events) => new(Guid.CreateVersion7(), receiver.Url, world.Region.Id, events);

    private async Task<Guid> RegisterAsync(params WebhookEvent[] events)
    {
        var made = (await app.SendAs(administrator, Registration(events))).Value;
        await receiver.KnowAsync(made.Key);
        await SendAsync();
        return made.Id;
    }

    private async Task<Guid> ActiveAsync(params WebhookEvent[] events)
    {
        var id = await RegisterAsync(events);
        Assert.Equal(WebhookStatus.Active, (await ViewAsync(id)).Status);
        return id;
    }

    private async Task<Certificate> IssuedAsync() => await app.Data.CertificateAsync();

    private async Task RevokedAsync() =>
        Assert.True((await app.SendAs(coordinator, new RevokeCertificateCommand((await IssuedAsync()).Id, CertificateReason.IssuedInError, "№ 12 бұйрық"))).IsOk);

    private async Task<WebhookView> ViewAsync(Guid id) => (await app.SendAs(administrator, new GetWebhookQuery(id, null, 1))).Value;

    private Task<List<WebhookDelivery>> DeliveriesAsync() => app.LookAsync(db => db.WebhookDeliveries.AsNoTracking().ToListAsync());

    // what the sweep of a minute and the job do
    private async Task SendAsync()
    {
        await app.SendAsSystem(new QueueDueDeliveriesCommand());
        await app.UseAsync(services => services.GetRequiredService<ItemJobs>().SendWebhooksAsync(CancellationToken.None));
    }
}
