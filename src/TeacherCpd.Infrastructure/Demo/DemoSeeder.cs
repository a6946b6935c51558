using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Application.Audit;
using TeacherCpd.Application.Certificates.Credentials;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Exchange.Lti;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Application.Studies;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Infrastructure.Development;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>
/// Fills a system with made-up people, courses, portfolios and attestation cases. All or nothing: one transaction, with
/// an audit process for each part.
/// </summary>
public static class DemoSeeder
{
    /// <summary>Adds the demo data, and the reference data they need, unless they are there.</summary>
    /// <param name="services">Services of a scope, which acts as the system from then on.</param>
    /// <param name="cancellationToken">Stops the work and leaves nothing behind.</param>
    /// <returns>Whether anything was added.</returns>
    public static async Task<bool> SeedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<AppDbContext>();
        if (await db.Persons.AnyAsync(p => p.Iin == DemoAccounts.Teacher.Iin, cancellationToken))
        {
            return false;
        }

        services.GetRequiredService<CurrentUser>().ActsAsSystem();
        var reference = await services.GetRequiredService<IMediator>().Send(new SeedReferenceDataCommand(), cancellationToken);
        if (reference.Error is { } error)
        {
            throw new InvalidOperationException($"The reference data were not added: {error.Code}.");
        }

        await db.Database.CreateExecutionStrategy().ExecuteAsync(token => AddAsync(services, db, token), cancellationToken);
        await TrainingRebuild.RunAsync(services.GetRequiredService<IMediator>(), cancellationToken);
        return true;
    }

    private static async Task AddAsync(IServiceProvider services, AppDbContext db, CancellationToken cancellationToken)
    {
        var audit = services.GetRequiredService<AuditTrail>();
        var files = services.GetRequiredService<IFileStore>();
        var world = new DemoWorld(services.GetRequiredService<TimeProvider>().UtcNow());
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var organisation in await db.Organisations.AsNoTracking().ToListAsync(cancellationToken))
        {
            world.Places.Add(organisation.Path, organisation);
        }

        DemoPeople.Add(db, services.GetRequiredService<IAccounts>(), world);
        await SaveAsync("SeedDemoPeople");

        var courses = new DemoCourses(db, world);
        await courses.AddAsync(cancellationToken);
        db.IssuerKeys.Add(services.GetRequiredService<IssuerKeys>().Make(world.Ago(400)));
        await SaveAsync("SeedDemoCourses");

        await new DemoGroups(db, world).AddAsync(cancellationToken);
        await SaveAsync("SeedDemoGroups");

        await new DemoChecks(db, files).AddAsync(courses.Materials, cancellationToken);
        await SaveAsync("SeedDemoChecks");

        await new DemoCases(db, world).AddAsync(cancellationToken);
        await SaveAsync("SeedDemoCases");

        DemoSupport.Add(db, world, services.GetRequiredService<SupportPlan>());
        await SaveAsync("SeedDemoSupport");

        await new DemoAttestation(db, world, services.GetRequiredService<CaseChain>(), files).AddAsync(cancellationToken);
        await SaveAsync("SeedDemoAttestation");

        await new DemoDevelopment(db, world, files).AddAsync(cancellationToken);
        await SaveAsync("SeedDemoDevelopment");

        await new DemoTrainers(db, world, files).AddAsync(cancellationToken);
        await SaveAsync("SeedDemoTrainers");

        await new DemoStudies(db, world, services.GetRequiredService<StudyRules>().Levels).AddAsync(cancellationToken);
        await SaveAsync("SeedDemoStudies");

        await new DemoCollaboration(db, world).AddAsync(cancellationToken);
        await SaveAsync("SeedDemoCollaboration");

        await new DemoTesting(db, world).AddAsync(cancellationToken);
        await SaveAsync("SeedDemoTesting");

        new DemoPlanning(db, world).Add();
        await SaveAsync("SeedDemoPlanning");

        await new DemoLibrary(db, world, files).AddAsync(cancellationToken);
        await SaveAsync("SeedDemoLibrary");

        await new DemoHelpDesk(db, world).AddAsync(cancellationToken);
        await SaveAsync("SeedDemoHelpDesk");

        new DemoNetworks(db, world).Add();
        await SaveAsync("SeedDemoNetworks");

        new DemoTables(db, world).Add();
        await SaveAsync("SeedDemoTables");

        new DemoExchange(db, world, services.GetRequiredService<IKeySeal>(), services.GetRequiredService<LtiPlatform>()).Add();
        await SaveAsync("SeedDemoExchange");
        await transaction.CommitAsync(cancellationToken);

        async Task SaveAsync(string part)
        {
            await audit.SaveAsync(part, cancellationToken);

            // what is saved would only be compared again with every later part
            db.ChangeTracker.Clear();
        }
    }
}
