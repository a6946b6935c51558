using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Groups;

/// <summary>Registers how files with lists of people are read.</summary>
public static class GroupsRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddGroups(this IServiceCollection services) => services
        .AddSingleton<IListFileReader, ListFileReader>()
        .AddSingleton(provider => provider.GetRequiredService<MeetingSettings>().ToRules());
}
