using TeacherCpd.Cli;

return await CommandLine.Create(Console.In).Parse(args).InvokeAsync();
